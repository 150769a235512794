import type { CheckedCheckpoint } from '../../../audit/verify/checkpoints.ts';
import type { LineFault, LogWarning } from '../../../audit/verify/fault.ts';
import type { Interrupted } from '../../../audit/verify/requests.ts';
import type { Verified } from '../../../audit/verify/verify.ts';
import type { Words } from '../../../words/en.ts';
import type { Screen } from '../../print/screen.ts';

interface Saying {
  readonly screen: Pick<Screen, 'paint' | 'unicode'>;
  readonly say: Words;
  /** The checkpoint is the one beside the log. */
  readonly isOwn: boolean;
  /** A key was named. */
  readonly isNamed: boolean;
  /** What was left out of a receiver's files. */
  readonly received?: { readonly copies: number; readonly others: number } | undefined;
}

/** Enough to see what happened; `--json` has all. */
const MOST = 20;
/** How many checkpoints that agree are named one by one. */
const NAMED = 3;

/** What was found, as sentences: the verdict first, then what it stands on. */
export function verdictLines(found: Verified, saying: Saying): readonly string[] {
  const say = saying.say.auditVerify;
  const { fault, warnings, checkpoints, interrupted } = found;
  const listed = interrupted.slice(0, MOST);
  return [
    headline(found, saying),
    ...(fault ? faultLines(fault, saying) : []),
    ...warnings.flatMap((warning) => warningLines(warning, saying)),
    ...(interrupted.length > 0 ? [say.interruptedToo(interrupted.length)] : []),
    ...listed.map((one) => `  ${interruptedLine(one, saying)}`),
    ...(interrupted.length > MOST ? [`  ${say.more(interrupted.length - MOST)}`] : []),
    ...checkpointLines(found, saying),
    ...(checkpoints.every(isPruned) ? [say.noCheckpoint] : []),
    ...(saying.isOwn ? [say.ownCheckpoint] : []),
    ...receivedLines(saying),
    ...(fault ? [] : [signaturesLine(found, say)]),
    ...keyLines(found, saying),
    ...acceptedIn(found).map(({ from }) => say.accepted(from)),
    ...(found.first > 0 && found.count > 0 ? [say.pruned(found.first)] : []),
  ];
}

const signaturesLine = ({ signatures, count }: Verified, say: Words['auditVerify']): string =>
  signatures >= count ? say.allSignatures(count) : say.signatures(signatures, count);

/** Where a key was named in vain, the warnings say why. */
function keyLines({ isTrusted }: Verified, { isNamed, say: { auditVerify: say } }: Saying) {
  if (isTrusted) return [say.trusted];
  return isNamed ? [] : [say.untrusted];
}

function headline(found: Verified, { screen, say: { auditVerify: say } }: Saying): string {
  const { paint, unicode } = screen;
  if (found.isIntact) {
    const { count, first } = found;
    const sentence = first === 0 ? say.intact(count) : say.intactFrom(count, first);
    return paint.green(`${unicode ? '✓' : '+'} ${sentence}`);
  }
  return paint.red(`${unicode ? '✗' : 'x'} ${complaint(found, say)}`);
}

function complaint(found: Verified, say: Words['auditVerify']): string {
  if (found.fault) return say.notIntact(found.count);
  if (!found.checkpoints.every(isGood)) return say.badCheckpoint;
  const isOther = found.warnings.some(({ code }) => code === 'other-key');
  return isOther ? say.otherKey : say.notAccepted;
}

/** Every one that disagrees, and of those that agree the largest. */
function checkpointLines(found: Verified, saying: Saying): readonly string[] {
  const { auditVerify: say } = saying.say;
  const bad = found.checkpoints.filter((one) => !isGood(one));
  const good = found.checkpoints.filter(isGood).sort((a, b) => (a.size ?? 0) - (b.size ?? 0));
  const shown = [...good.slice(-NAMED), ...bad.slice(0, MOST)];
  return [
    ...shown.map((one) => checkpointLine(one, found, saying)),
    ...(good.length > NAMED ? [say.moreAgree(good.length - NAMED)] : []),
    ...(bad.length > MOST ? [say.more(bad.length - MOST)] : []),
  ];
}

/** The keys that replaced a lost one, and were named. */
const acceptedIn = ({ keys, warnings }: Verified): Verified['keys'] =>
  keys.filter(
    ({ how, key }) =>
      how === 'replaced' && !warnings.some((one) => 'key' in one && one.key === key),
  );

function receivedLines({ received, say: { auditVerify: say } }: Saying): readonly string[] {
  const { copies = 0, others = 0 } = received ?? {};
  return [...(copies > 0 ? [say.copies(copies)] : []), ...(others > 0 ? [say.others(others)] : [])];
}

const isPruned = ({ code }: CheckedCheckpoint): boolean => code === 'before-pruned';
const isGood = (one: CheckedCheckpoint): boolean => one.code === 'ok' || isPruned(one);

function faultLines(fault: LineFault, { say: { auditVerify: say } }: Saying): readonly string[] {
  const { code, file, line } = fault;
  const isPlain = code !== 'no-key' && code !== 'torn' && code !== 'unread-algorithm';
  return [
    faultSentence(fault, say),
    `  ${say.where(file, line)}`,
    `  ${say.faultNext[isPlain ? 'bad' : code]}`,
  ];
}

function faultSentence(
  { code, sequence, says = sequence }: LineFault,
  say: Saying['say']['auditVerify'],
): string {
  if (code === 'missing' && says > sequence + 1)
    return say.fault['missing-many'](sequence, says - 1);
  const sentence = say.fault[code];
  return typeof sentence === 'string' ? sentence : sentence(sequence, says);
}

function warningLines(
  warning: LogWarning,
  { say: { auditVerify: say } }: Saying,
): readonly string[] {
  const next = `  ${say.warningNext[warning.code]}`;
  switch (warning.code) {
    case 'key-replaced':
      return [say.warning['key-replaced'](warning.sequence, warning.key), next];
    case 'other-key':
      return [next];
    case 'key-unused':
      return [say.warning['key-unused'](warning.key), next];
    case 'lines-missing':
      return [say.warning['lines-missing'](warning.sequence, warning.first, warning.known), next];
  }
}

const interruptedLine = (one: Interrupted, { say: { auditVerify: say } }: Saying): string =>
  say.interrupted[one.isRecorded ? 'recorded' : 'open'](
    one.sequence,
    [one.request, one.client].filter((part) => part !== undefined).join(' '),
  );

function checkpointLine(
  checked: CheckedCheckpoint,
  found: Verified,
  { screen, say: { auditVerify: say, receipt } }: Saying,
): string {
  const { name, code, size = 0 } = checked;
  const sentence = say.checkpointIs[code];
  const have = found.first + found.count;
  const line = `${name}${receipt.colon}${typeof sentence === 'string' ? sentence : sentence(size, have)}`;
  return isGood(checked) ? line : screen.paint.red(line);
}
