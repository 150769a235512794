import { rmSync } from 'node:fs';
import { readLine } from '../../audit/read-line.ts';
import type { Stated } from '../../audit/statement.ts';
import { keyAt } from './key-at.ts';
import type { LogWriter } from './log-writer.ts';
import { bytesOf, linesIn, segmentsIn, type Segment } from './segments.ts';

const DAY_MS = 86_400_000;

/** What was pruned. */
export interface Pruned {
  /** The number of the first line that is still there. */
  readonly first: number;
  readonly files: readonly string[];
}

/**
 * Removes whole segments whose last line is older than so many days, never the newest, and none that has a line from
 * `keepFrom` on. The log says so first, signed, with what is needed to verify it without them. Undefined where there is
 * nothing to remove. Called under the lock.
 */
export function prune(
  writer: LogWriter,
  event: Stated,
  { days, keepFrom = Number.POSITIVE_INFINITY }: { days: number; keepFrom?: number },
): Pruned | undefined {
  writer.ready(event);
  const segments = segmentsIn(writer.folder);
  const old = oldest(segments, event.time - days * DAY_MS, keepFrom);
  const next = segments[old.length];
  const last = old.at(-1);
  if (!next || !last) return undefined;
  const previous = lastFingerprint(last);
  if (previous === undefined) return undefined;
  writer.say(event, writer.prunedAt(next.first, previous, keyAt(writer.folder, next.first)));
  writer.checkpoint();
  for (const { file } of old) rmSync(file, { force: true });
  return { first: next.first, files: old.map(({ file }) => file) };
}

function oldest(
  segments: readonly Segment[],
  before: number,
  keepFrom: number,
): readonly Segment[] {
  const old: Segment[] = [];
  for (const [at, segment] of segments.entries()) {
    const next = segments[at + 1];
    if (!next || next.first > keepFrom) break;
    if (!(youngestIn(segment) < before)) break;
    old.push(segment);
  }
  return old;
}

const lastLine = ({ file }: Segment) => {
  const line = [...linesIn(bytesOf(file))].at(-1);
  return line && readLine(line);
};

/** The time of its youngest line, wherever that stands: a clock may have been set back. */
const youngestIn = ({ file }: Segment): number =>
  [...linesIn(bytesOf(file))].reduce(
    (youngest, line) => Math.max(youngest, readLine(line)?.time ?? Number.POSITIVE_INFINITY),
    Number.NEGATIVE_INFINITY,
  );

const lastFingerprint = (segment: Segment): string | undefined => lastLine(segment)?.fingerprint;
