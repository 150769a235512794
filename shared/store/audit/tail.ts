import { statSync } from 'node:fs';
import { readLine, type LinePlace } from '../../audit/read-line.ts';
import { bytesOf, linesIn, segmentsIn, type Segment } from './segments.ts';

/** Where the log ends now. */
export interface Tail {
  readonly segment: Segment;
  /** The bytes of the segment's whole lines. */
  readonly size: number;
  /** How many lines the log has, with those that were pruned. */
  readonly count: number;
  /** The fingerprint of the last line, hexadecimal; of a line that is none of ours, the hash of all of it. */
  readonly fingerprint?: string;
  /** The last line, where it is one of ours. */
  readonly last?: LinePlace;
  /** Bytes behind the last line break: a line that a crash tore. */
  readonly torn?: Buffer;
}

/** Most lines have some kB. */
const CHUNK = 65_536;

/**
 * Reads the end of the log; undefined where there is none. The lines of the segment are counted where the last one says
 * another number than the tree does, which has `count` leaves.
 */
export function tailOf(
  folder: string,
  hash: (bytes: Buffer) => Buffer,
  count: number,
): Tail | undefined {
  const [segment, before] = segmentsIn(folder).slice(-2).reverse();
  if (!segment) return undefined;
  const end = endOf(segment);
  // A crash came between a new segment and its first line.
  const line = end.line ?? (before && endOf(before).line);
  const last = line && readLine(line);
  const fingerprint = last?.fingerprint ?? (line && hash(line).toString('hex'));
  return {
    ...{ segment, size: end.size },
    count: last && last.sequence + 1 === count ? count : counted(segment, end.size),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(last ? { last } : {}),
    ...(end.torn.length > 0 ? { torn: end.torn } : {}),
  };
}

/** The last whole line of a segment, the bytes up to it, and what is behind it. */
function endOf({ file }: Segment): { size: number; line?: Buffer; torn: Buffer } {
  const { size: whole } = statSync(file);
  let bytes = bytesOf(file, Math.max(0, whole - CHUNK), whole);
  // A line longer than that: all of the segment is read.
  if (!hasLine(bytes) && bytes.length < whole) bytes = bytesOf(file, 0, whole);
  const end = bytes.lastIndexOf(10) + 1;
  const torn = bytes.subarray(end);
  const size = whole - torn.length;
  if (end === 0) return { size, torn };
  // At -1 a search would begin at the end.
  const start = end < 2 ? 0 : bytes.lastIndexOf(10, end - 2) + 1;
  return { size, torn, line: bytes.subarray(start, end - 1) };
}

/** Two line breaks: the last line is whole in it. */
const hasLine = (bytes: Buffer): boolean => {
  const last = bytes.lastIndexOf(10);
  return last > 0 && bytes.lastIndexOf(10, last - 1) >= 0;
};

const counted = ({ file, first }: Segment, size: number): number =>
  first + [...linesIn(bytesOf(file, 0, size))].length;
