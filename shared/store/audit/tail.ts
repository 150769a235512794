import { statSync } from 'node:fs';
import { readLine } from '../../audit/read-line.ts';
import { bytesOf, linesIn, segmentsIn, type Segment } from './segments.ts';

/** Where the log ends now. */
export interface Tail {
  readonly segment: Segment;
  /** The bytes of the segment's whole lines. */
  readonly size: number;
  /** How many lines the log has, with those that were pruned. */
  readonly count: number;
  /** Of the last line; absent in a segment that has none. */
  readonly last?: {
    /** Hexadecimal; of a line that is none of ours, the hash of all of it. */
    readonly fingerprint: string;
    readonly chain?: string;
    readonly time?: number;
  };
  /** Bytes behind the last line break: a line that a crash tore. */
  readonly torn?: Buffer;
}

/** Most lines have some kB. */
const CHUNK = 65_536;

/**
 * Reads the end of the newest segment; undefined where there is none. The lines of the segment are counted where the
 * last one says another number than the tree does, which has `count` leaves.
 */
export function tailOf(
  folder: string,
  hash: (bytes: Buffer) => Buffer,
  count: number,
): Tail | undefined {
  const segment = segmentsIn(folder).at(-1);
  if (!segment) return undefined;
  const { size: whole } = statSync(segment.file);
  let bytes = bytesOf(segment.file, Math.max(0, whole - CHUNK), whole);
  // A line longer than that: all of the segment is read.
  if (!hasLine(bytes) && bytes.length < whole) bytes = bytesOf(segment.file, 0, whole);
  const end = bytes.lastIndexOf(10) + 1;
  const torn = bytes.subarray(end);
  const line = end === 0 ? undefined : bytes.subarray(bytes.lastIndexOf(10, end - 2) + 1, end - 1);
  const read = line && readLine(line);
  const size = whole - torn.length;
  return {
    ...{ segment, size },
    count: read && read.sequence + 1 === count ? count : counted(segment, size),
    ...(line
      ? {
          last: {
            fingerprint: read?.fingerprint ?? hash(line).toString('hex'),
            ...(read ? { chain: read.chain, time: read.time } : {}),
          },
        }
      : {}),
    ...(torn.length > 0 ? { torn } : {}),
  };
}

/** Two line breaks: the last line is whole in it. */
const hasLine = (bytes: Buffer): boolean => {
  const last = bytes.lastIndexOf(10);
  return last > 0 && bytes.lastIndexOf(10, last - 1) >= 0;
};

const counted = ({ file, first }: Segment, size: number): number =>
  first + [...linesIn(bytesOf(file, 0, size))].length;
