import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const kB = 1_024;
const MONTHS = ['2026-10', '2026-11'] as const;

/** Folders with files to fill, by how many files: 200 caches of about 60 kB, 12 MB in all. */
const CACHES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    MONTHS.flatMap((month) => [
      [`practice_ming/cache/${month}/Emoticon`, 45],
      [`practice_ming/cache/${month}/HttpResource`, 45],
    ]),
  ),
  'practice_ming/temp/ImageTemp': 10,
  'log/2026-11': 10,
};

/** What must still be there, byte for byte, after every exit and every purge. */
const KEPT: Readonly<Record<string, number>> = {
  'practice_ming/db_storage/message/message_0.db': 256 * kB,
  'practice_ming/db_storage/session/session.db': 64 * kB,
  'practice_ming/db_storage/contact/contact.db': 64 * kB,
  'practice_ming/config/account.ini': 1 * kB,
  'practice_ming/msg/file/2026-11/报告.pdf': 180 * kB,
  'practice_ming/msg/file/2026-10/合同 (final).docx': 90 * kB,
  'all_users/login/practice_ming/key_info.dat': 1 * kB,
  'all_users/config/global_config': 1 * kB,
};

/** Where the root keeps its journals, for `programs/journal.ts`. */
export const DATABASE = 'practice_ming/db_storage/message/message_0.db';
/** Open as long as somebody is signed in. */
export const SESSION = 'practice_ming/db_storage/session/session.db';
export const LOCK = 'practice_ming/lock.ini';

export interface LaidOut {
  readonly files: number;
  readonly bytes: number;
}

/** Lays out the data folder like `xwechat_files` of WeChat 4, with real bytes and no holes. */
export function layOutFiles(folder: string): LaidOut {
  // Databases of WeChat are encrypted: noise, as here.
  const noise = randomBytes(320 * kB);
  let files = 0;
  let bytes = 0;
  const write = (name: string, size: number): void => {
    writeFileSync(path.join(folder, name), noise.subarray(files * 64, files * 64 + size));
    files += 1;
    bytes += size;
  };
  for (const [name, size] of Object.entries(KEPT)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    write(name, size);
  }
  for (const [name, count] of Object.entries(CACHES)) {
    mkdirSync(path.join(folder, name), { recursive: true });
    for (let i = 0; i < count; i++) write(`${name}/${fileName(i)}`, (32 + ((i * 37) % 56)) * kB);
  }
  return { files, bytes };
}

const fileName = (i: number): string => `${(i * 2_654_435_761).toString(16).padStart(12, '0')}.dat`;
