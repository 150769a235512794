import { frontierFrom, subtreeCount, type Frontier } from '../frontier.ts';
import { statementIn } from '../statement-in.ts';
import { rootOf, type Hash } from '../tree.ts';
import { linesOf, type LogPart } from './log-part.ts';

/** Where a log begins that has not its first lines any more. */
export interface Start {
  readonly frontier: Frontier;
  /** The fingerprint of the line before. */
  readonly previous?: string;
  /** The key that the log names for its lines; undefined where it begins with its first line, which says it. */
  readonly key?: string;
}

interface Said {
  readonly statement?: unknown;
  readonly first?: unknown;
  readonly previous?: unknown;
  readonly hashes?: unknown;
  readonly root?: unknown;
  readonly key?: unknown;
}

/**
 * Where this log begins, by the statement in it that its lines before `first` were pruned; undefined where none fits.
 * The line of the statement is verified like every other one.
 */
export function startOf(parts: Iterable<LogPart>, first: number, hash: Hash): Start | undefined {
  if (first === 0) return { frontier: frontierFrom(hash) };
  const statements = statementsIn(parts);
  const pruned = statements.find((one) => one.statement === 'pruned' && one.first === first);
  const subtrees = pruned && hashesIn(pruned.hashes);
  if (!subtrees || typeof pruned.previous !== 'string') return undefined;
  if (subtrees.length !== subtreeCount(first)) return undefined;
  if (rootOf(hash, subtrees).toString('hex') !== pruned.root) return undefined;
  const { key } = pruned;
  return {
    ...{ frontier: frontierFrom(hash, first, subtrees), previous: pruned.previous },
    ...(typeof key === 'string' ? { key } : {}),
  };
}

/**
 * The number that a log really begins with: a pruning that was broken off leaves files before it, whose lines nothing
 * vouches for any more. The same number where nothing says so.
 */
export function prunedStart(parts: Iterable<LogPart>, first: number): number {
  const firsts = statementsIn(parts).flatMap(({ statement, first: one }) =>
    statement === 'pruned' && typeof one === 'number' ? [one] : [],
  );
  if (first === 0 || firsts.includes(first)) return first;
  return Math.min(...firsts.filter((one) => one > first), Number.POSITIVE_INFINITY);
}

function statementsIn(parts: Iterable<LogPart>): readonly Said[] {
  const statements: Said[] = [];
  for (const { bytes } of linesOf(parts)) {
    const said = statementIn(bytes)?.said;
    if (said) statements.push(said);
  }
  return statements;
}

function hashesIn(value: unknown): readonly Buffer[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const hashes = value.map((one: unknown) => Buffer.from(String(one), 'hex'));
  return hashes.every(({ length }) => length === 32) ? hashes : undefined;
}
