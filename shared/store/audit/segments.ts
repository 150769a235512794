import { closeSync, fstatSync, openSync, readdirSync, readSync, constants } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../../machine/files/errno.ts';

const NAME = /^log-(\d{12})\.jsonl$/;

/** A part of the log: a file whose name says the number of its first line. */
export interface Segment {
  readonly file: string;
  readonly first: number;
}

/** The file of the segment that begins with this line. */
export const segmentAt = (folder: string, first: number): Segment => ({
  ...{ file: path.join(folder, `log-${String(first).padStart(12, '0')}.jsonl`), first },
});

/** Whether a file is named as one. */
export const isSegment = (file: string): boolean => NAME.test(path.basename(file));

/** The segments of a log, oldest first; none where there is no log. Throws the system's error. */
export function segmentsIn(folder: string): readonly Segment[] {
  return namesIn(folder)
    .flatMap((name) => {
      const [, first] = NAME.exec(name) ?? [];
      return first === undefined ? [] : [{ file: path.join(folder, name), first: Number(first) }];
    })
    .sort((a, b) => a.first - b.first);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The bytes of a file from here to there; a link in its place is never followed. */
export function bytesOf(file: string, from = 0, to = Number.POSITIVE_INFINITY): Buffer {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const end = Math.min(to, fstatSync(fd).size);
    const bytes = Buffer.alloc(Math.max(0, end - from));
    let at = 0;
    while (at < bytes.length) {
      const count = readSync(fd, bytes, at, bytes.length - at, from + at);
      if (count === 0) break;
      at += count;
    }
    return bytes.subarray(0, at);
  } finally {
    closeSync(fd);
  }
}

/** The whole lines of a text of bytes, without their line breaks. */
export function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; ;) {
    const end = bytes.indexOf(10, at);
    if (end < 0) return;
    yield bytes.subarray(at, end);
    at = end + 1;
  }
}

/** The lines from this number on, to the end of the log. */
export function* linesFrom(folder: string, sequence: number): Generator<Buffer> {
  const all = segmentsIn(folder);
  const start = Math.max(
    0,
    all.findLastIndex(({ first }) => first <= sequence),
  );
  for (const { file, first } of all.slice(start)) {
    let at = first;
    for (const line of linesIn(bytesOf(file))) if (at++ >= sequence) yield line;
  }
}
