import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';

/** What a person writes by hand, and what we write, is far smaller. */
export const LIMIT_BYTES = 1_000_000;
const CHUNK_BYTES = 65_536;

/** Nothing to read as a file of ours, whatever it is called. */
export class UnfitFile extends Error {
  readonly code: 'not-a-file' | 'too-big';
  constructor(code: UnfitFile['code']) {
    super(
      code === 'too-big'
        ? `a file of at most ${LIMIT_BYTES / 1e6} MB`
        : 'a regular file, not a folder, link, pipe or device',
    );
    this.name = 'UnfitFile';
    this.code = code;
  }
}

export interface Read {
  readonly text: string;
  /** ms since 1970. */
  readonly writtenAt: number;
}

/** Reads a small regular file. Never waits for a writer, and never holds more than the limit. */
export function readRegular(file: string, links: 'follow' | 'refuse'): Read {
  const follow = links === 'follow';
  // Before it is opened: opening a pipe may wait for ever, and opening a device may do anything.
  refuseUnfit(follow ? statSync(file) : lstatSync(file));
  const noLink = follow ? 0 : constants.O_NOFOLLOW;
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | noLink);
  try {
    const stats = fstatSync(fd);
    refuseUnfit(stats);
    return { text: upToLimit(fd).toString('utf8'), writtenAt: stats.mtimeMs };
  } finally {
    closeSync(fd);
  }
}

function refuseUnfit(stats: Stats): void {
  if (!stats.isFile()) throw new UnfitFile('not-a-file');
  if (stats.size > LIMIT_BYTES) throw new UnfitFile('too-big');
}

/** By what really comes: files of procfs say that they are empty. */
function upToLimit(fd: number): Buffer {
  const chunks: Buffer[] = [];
  for (let length = 0; ;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const count = readSync(fd, chunk, 0, CHUNK_BYTES, null);
    if (count === 0) return Buffer.concat(chunks);
    length += count;
    if (length > LIMIT_BYTES) throw new UnfitFile('too-big');
    chunks.push(chunk.subarray(0, count));
  }
}
