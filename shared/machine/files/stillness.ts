import { lstatSync, type Stats } from 'node:fs';
import { onDisk } from './names.ts';

/** Files that were written before that, in ms, are not watched: who still writes goes on where it wrote. */
const LATELY_MS = 600_000;

/** A file or folder, and what changes as soon as it is written to. */
export interface Stamp extends Pick<Stats, 'dev' | 'ino' | 'size' | 'mtimeMs' | 'ctimeMs'> {
  readonly file: string;
}

/** Notes each folder, whose names may change, and each file that was written lately. `now`: ms since 1970. */
export class Stillness {
  readonly stamps: Stamp[] = [];
  private readonly since: number;

  constructor(now: number) {
    this.since = now - LATELY_MS;
  }

  note(file: string, own: Stats): void {
    const { dev, ino, size, mtimeMs, ctimeMs } = own;
    if (mtimeMs >= this.since || own.isDirectory())
      this.stamps.push({ file, dev, ino, size, mtimeMs, ctimeMs });
  }
}

/** Whether all is as it was noted. Reads no folder. */
export const isStill = (stamps: readonly Stamp[]): boolean =>
  stamps.every(({ file, dev, ino, size, mtimeMs, ctimeMs }) => {
    const own = lstatSync(onDisk(file), { throwIfNoEntry: false });
    const isSame = own?.ino === ino && own.dev === dev && own.size === size;
    return isSame && own.mtimeMs === mtimeMs && own.ctimeMs === ctimeMs;
  });
