import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Size {
  readonly files: number;
  readonly folders: number;
  /** Of all files together. */
  readonly bytes: number;
}

/** 100,000 files in 2,000 folders, 3 GB: what half a year of WeChat leaves. */
export const USUAL: Size = { files: 100_000, folders: 2_000, bytes: 3_000_000_000 };

const NOISE = Buffer.alloc(1 << 18, 'Noise that is not all of one letter. ');

export const cacheOf = (home: string): string =>
  path.join(home, 'Documents/xwechat_files/wxid_bench/temp');

/** The cache of a WeChat in this home, with a database beside it that nobody may touch. */
export function layOut(home: string, { files, folders, bytes }: Size): void {
  const cache = cacheOf(home);
  const database = path.join(path.dirname(cache), 'db_storage/message');
  mkdirSync(database, { recursive: true });
  writeFileSync(path.join(database, 'message_0.db'), NOISE);
  const usual = bytes / files;
  for (let folder = 0, file = 0; folder < folders; folder++) {
    const place = path.join(cache, String(folder % 40).padStart(2, '0'), String(folder));
    mkdirSync(place, { recursive: true });
    for (; file < ((folder + 1) * files) / folders; file++) {
      // From half to one and a half of the usual size.
      const size = Math.round(usual * (0.5 + ((file * 37) % 100) / 100));
      const name = `${((file * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}_t.dat`;
      writeFileSync(path.join(place, name), NOISE.subarray(0, size));
    }
  }
}
