import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { onDisk } from './names.ts';

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

type Links = 'follow' | 'refuse';

export interface Read {
  readonly text: string;
  /** ms since 1970. */
  readonly writtenAt: number;
  /** User id of its owner; 0 on Windows. */
  readonly owner: number;
}

/** Reads a small regular file as text. Never waits for a writer, and never holds more than the limit. */
export function readRegular(file: string, links: Links): Read {
  return atRegular(file, links, (fd, { mtimeMs, uid }) => ({
    ...{ text: upToLimit(fd).toString('utf8'), writtenAt: mtimeMs, owner: uid },
  }));
}

/** The same as bytes: for what may be in another encoding than UTF-8. */
export const readBytes = (file: string, links: Links): Buffer => atRegular(file, links, upToLimit);

/**
 * Opens a regular file of at most `most` bytes, for a look into it. A pipe or device in its place is never
 * waited for: UnfitFile.
 */
export function atRegular<T>(
  file: string,
  links: Links,
  look: (fd: number, stats: Stats) => T,
  most = LIMIT_BYTES,
): T {
  const follow = links === 'follow';
  const place = onDisk(file);
  // Before it is opened: opening a pipe may wait for ever, and opening a device may do anything.
  refuseUnfit(follow ? statSync(place) : lstatSync(place), most);
  const noLink = follow ? 0 : constants.O_NOFOLLOW;
  const fd = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK | noLink);
  try {
    const stats = fstatSync(fd);
    refuseUnfit(stats, most);
    return look(fd, stats);
  } finally {
    closeSync(fd);
  }
}

function refuseUnfit(stats: Stats, most: number): void {
  if (!stats.isFile()) throw new UnfitFile('not-a-file');
  if (stats.size > most) throw new UnfitFile('too-big');
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
