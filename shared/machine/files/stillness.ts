import { lstatSync, type Stats } from 'node:fs';
import { onDisk } from './names.ts';
import { inode } from './unit.ts';

/** Files that were written before that, in ms, are not watched: who still writes goes on where it wrote. */
const LATELY_MS = 600_000;

/** A file or folder, and what changes as soon as it is written to. */
export interface Stamp {
  readonly file: string;
  readonly stamp: string;
}

/** Notes each folder, whose names may change, and each file that was written lately. `now`: ms since 1970. */
export class Stillness {
  readonly stamps: Stamp[] = [];
  private readonly since: number;

  constructor(now: number) {
    this.since = now - LATELY_MS;
  }

  note(file: string, own: Stats): void {
    if (own.isDirectory() || own.mtimeMs >= this.since)
      this.stamps.push({ file, stamp: stampOf(own) });
  }
}

/** Whether all is as it was noted. Reads no folder. */
export const isStill = (stamps: readonly Stamp[]): boolean =>
  stamps.every(({ file, stamp }) => {
    const own = lstatSync(onDisk(file), { throwIfNoEntry: false });
    return own !== undefined && stampOf(own) === stamp;
  });

const stampOf = (own: Stats): string => `${inode(own)} ${own.size} ${own.mtimeMs} ${own.ctimeMs}`;
