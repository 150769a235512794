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
}

/** Enough to see what happened; `--json` has all. */
const MOST = 20;

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
    ...checkpoints.map((one) => checkpointLine(one, found, saying)),
    ...(checkpoints.length === 0 ? [say.noCheckpoint] : []),
    ...(saying.isOwn ? [say.ownCheckpoint] : []),
    found.signatures === found.count
      ? say.allSignatures(found.count)
      : say.signatures(found.signatures, found.count),
    found.isTrusted ? say.trusted : say.untrusted,
    ...(found.first > 0 && found.count > 0 ? [say.pruned(found.first)] : []),
  ];
}

function headline(found: Verified, { screen, say: { auditVerify: say } }: Saying): string {
  const { paint, unicode } = screen;
  if (found.isIntact) {
    const { count, first } = found;
    const sentence = first === 0 ? say.intact(count) : say.intactFrom(count, first);
    return paint.green(`${unicode ? '✓' : '+'} ${sentence}`);
  }
  const isBad = found.checkpoints.some(({ code }) => code !== 'ok' && code !== 'before-pruned');
  const sentence = found.fault
    ? say.notIntact(found.count)
    : isBad
      ? say.badCheckpoint
      : say.notAccepted;
  return paint.red(`${unicode ? '✗' : 'x'} ${sentence}`);
}

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
  { name, code, size = 0 }: CheckedCheckpoint,
  found: Verified,
  { screen, say: { auditVerify: say } }: Saying,
): string {
  const sentence = say.checkpointIs[code];
  const have = found.first + found.count;
  const line = `${name}: ${typeof sentence === 'string' ? sentence : sentence(size, have)}`;
  return code === 'ok' || code === 'before-pruned' ? line : screen.paint.red(line);
}
