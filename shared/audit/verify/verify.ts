import { readLine } from '../read-line.ts';
import { splitLine } from '../line.ts';
import { ED25519 } from '../suite.ts';
import {
  checkCheckpoint,
  readGiven,
  type CheckedCheckpoint,
  type GivenCheckpoint,
} from './checkpoints.ts';
import type { LineFault, LogWarning } from './fault.ts';
import { isTrusted, type LogKey } from './log-keys.ts';
import { linesOf, type LogPart } from './log-part.ts';
import { Pass, type PassOptions } from './pass.ts';
import type { Interrupted } from './requests.ts';
import { prunedStart, startOf } from './start.ts';
import { strictLine } from './strict-line.ts';
import type { CheckSuite } from './suite-of.ts';

export interface VerifyOptions {
  readonly checkpoints?: readonly GivenCheckpoint[];
  /** The vkeys that somebody trusts. Without one the log is checked against the key that it names itself. */
  readonly trusted?: readonly string[];
  readonly isEverySignature?: boolean;
  /** How lines of this hash algorithm are checked; undefined where they cannot be. */
  suiteOf(hashAlgorithm: string): Promise<CheckSuite | undefined>;
}

/** What a log was found to be. */
export interface Verified {
  /** No bad line, no warning that nobody accepted, and no checkpoint that says otherwise. */
  readonly isIntact: boolean;
  readonly chain?: string;
  readonly origin?: string;
  readonly hashAlgorithm?: string;
  /** The number of the first line; above 0 where lines were pruned. */
  readonly first: number;
  /** How many good lines were read. */
  readonly count: number;
  readonly signatures: number;
  /** Base64, over all good lines; what a checkpoint of `first + count` lines says. */
  readonly root?: string;
  readonly keys: readonly LogKey[];
  /** A key that was given signed the log; without one it is consistent with itself at most. */
  readonly isTrusted: boolean;
  readonly fault?: LineFault;
  readonly warnings: readonly LogWarning[];
  readonly checkpoints: readonly CheckedCheckpoint[];
  readonly intents: number;
  readonly interrupted: readonly Interrupted[];
}

const NOTHING: Verified = {
  ...{ isIntact: true, isTrusted: false, first: 0, count: 0, signatures: 0, intents: 0 },
  ...{ keys: [], warnings: [], checkpoints: [], interrupted: [] },
};

/** Verifies a log: names its first bad line, or says that it is intact. Only reading its parts throws. */
export async function verifyLog(
  given: readonly LogPart[],
  options: VerifyOptions,
): Promise<Verified> {
  const { trusted = [], isEverySignature = false } = options;
  const parts = withoutPruned(given);
  const head = headOf(parts);
  const suite = await options.suiteOf(head.algorithm);
  if (!suite) {
    const place = { file: head.file, line: 1, sequence: 0 };
    return { ...NOTHING, isIntact: false, fault: { ...place, code: 'unread-algorithm' } };
  }
  const notes = (options.checkpoints ?? []).map(readGiven);
  const sizes = new Set(notes.flatMap(({ checkpoint }) => checkpoint?.size ?? []));
  const first = firstOf(head.file, head.bytes, suite);
  const run = async (isEvery: boolean) => {
    const start = startOf(parts, first, suite.hash);
    const how: PassOptions = { suite, first, start, trusted, sizes, isEverySignature: isEvery };
    const pass = new Pass(how);
    return { pass, fault: await pass.through(linesOf(parts)) };
  };
  let { pass, fault } = await run(isEverySignature);
  const origin = `clean-exit/log/${pass.chain ?? head.chain}${suite.originSuffix}`;
  const check = () =>
    Promise.all(
      notes.map((one) =>
        checkCheckpoint(
          one,
          {
            ...{ origin, first, size: pass.next, hasFault: fault !== undefined },
            ...{ roots: pass.roots, keys: [...pass.keys.list.map(({ key }) => key), ...trusted] },
          },
          suite,
        ),
      ),
    );
  let checkpoints = await check();
  // The signatures at heads say that something is wrong, every signature says where.
  const isOff = fault ?? checkpoints.some(({ code }) => code === 'rewritten');
  if (isOff && !isEverySignature) {
    ({ pass, fault } = await run(true));
    checkpoints = await check();
  }
  const keys = pass.keys.list;
  const isOwn = isTrusted(keys, trusted) || isVouchedFor(keys, trusted, checkpoints);
  const named = keys.filter(({ key }) => trusted.includes(key));
  const isOther = trusted.length > 0 && named.length === 0 && pass.count > 0 && !fault;
  const open = pass.warnings.filter((one) => !isAccepted(one, keys, trusted));
  const warnings: readonly LogWarning[] = [
    ...(isOther ? [{ code: 'other-key' } as const] : []),
    ...open,
    ...(isOwn || open.length > 0 || fault ? [] : named).map(
      ({ key }) => ({ code: 'key-unused', key }) as const,
    ),
  ];
  // A log begins with a word of its own.
  if (pass.count === 0 && !fault)
    fault = { file: parts[0]?.file ?? '', line: 1, sequence: first, code: 'not-a-line' };
  fault = fault && namedAsReordered(parts, fault);
  return {
    isIntact: !fault && warnings.length === 0 && checkpoints.every(isGood),
    ...(pass.chain === undefined ? {} : { chain: pass.chain, origin }),
    ...{ hashAlgorithm: suite.hashAlgorithm, first, count: pass.count },
    ...{ signatures: pass.signatures, root: pass.root().toString('base64'), keys },
    ...{ isTrusted: isOwn, warnings, checkpoints },
    ...(fault ? { fault } : {}),
    ...{ intents: pass.requests.intents, interrupted: pass.requests.interrupted },
  };
}

const isGood = ({ code }: CheckedCheckpoint): boolean => code === 'ok' || code === 'before-pruned';

/** A lost key is accepted with a later one: what that signed vouches for every line before. */
const isAccepted = (
  warning: LogWarning,
  keys: readonly LogKey[],
  trusted: readonly string[],
): boolean =>
  warning.code === 'key-replaced' &&
  keys.some(
    ({ key, from, lines }) => from > warning.sequence && lines > 0 && trusted.includes(key),
  );

/** A new key that has signed no line yet has signed a checkpoint over all of them. */
function isVouchedFor(
  keys: readonly LogKey[],
  trusted: readonly string[],
  checkpoints: readonly CheckedCheckpoint[],
): boolean {
  const last = keys.at(-1);
  return (
    last !== undefined &&
    trusted.includes(last.key) &&
    checkpoints.some(
      ({ code, by, size = 0 }) => code === 'ok' && by === last.key && size >= last.from,
    )
  );
}

/** What the first line of a log says of its hash and its place, whether that is true or not. */
function headOf(parts: Iterable<LogPart>) {
  const [found] = linesOf(parts);
  const { file = '', bytes = Buffer.of() } = found ?? {};
  const algorithm = splitLine(bytes)?.hashAlgorithm ?? ED25519.hashName.algorithm;
  return { file, bytes, algorithm, chain: readLine(bytes)?.chain ?? '' };
}

/** Files that a pruning left which was broken off are passed over. */
function withoutPruned(parts: readonly LogPart[]): readonly LogPart[] {
  const first = numberIn(parts[0]?.file ?? '');
  if (first === undefined) return parts;
  const start = prunedStart(parts, first);
  const left = parts.filter(({ file }) => (numberIn(file) ?? 0) >= start);
  return left.length > 0 ? left : parts;
}

function numberIn(file: string): number | undefined {
  const [, digits] = /log-(\d{12})\.jsonl$/.exec(file) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The number of the first line: as it says itself, or where it is not to be believed, as its file's name says. */
function firstOf(file: string, bytes: Buffer, suite: CheckSuite): number {
  const line = strictLine(bytes, suite.hash);
  if (typeof line !== 'string') return line.sequence;
  return numberIn(file) ?? 0;
}

/** A line that is not where it belongs, but further down, is not missing. */
function namedAsReordered(parts: Iterable<LogPart>, fault: LineFault): LineFault {
  if (fault.code !== 'missing') return fault;
  let isBehind = false;
  for (const { file, line, bytes } of linesOf(parts)) {
    if (isBehind && readLine(bytes)?.sequence === fault.sequence)
      return { ...fault, code: 'reordered' };
    isBehind ||= file === fault.file && line === fault.line;
  }
  return fault;
}
