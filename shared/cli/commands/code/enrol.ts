import type { ProofAnswer } from '../../../core/proof.ts';
import { words } from '../../../words/words.ts';
import { askLine } from '../../confirm.ts';
import { codesOf } from '../../codes-of.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { orUsage, refusedLines } from './in-words.ts';

/**
 * Shows a new secret as a QR code, and keeps it once a code of it was typed: until then the present enrolment counts. A
 * rotation spends a code of the present one first. Throws UsageError where there is no terminal to show a secret on.
 */
export async function enrol(
  context: Context,
  kind: 'enrol' | 'rotate',
  { label }: { readonly label?: string },
): Promise<ExitCode> {
  const { screen, json, lang, env } = context;
  const say = words(lang).code;
  if (json || !screen.canAsk) throw new UsageError(say.noTerminal, say.noTerminalNext);
  const codes = codesOf(context);
  const present = await orUsage(context, codes.status());
  if (present && kind === 'enrol') throw new UsageError(say.already, say.alreadyNext);
  if (!present && kind === 'rotate') throw new UsageError(say.none, say.noneNext);
  let proof: ProofAnswer | undefined;
  if (present) {
    if (present.whyNot) return refused(context, { refused: present.whyNot });
    const typed = await askLine(context, say.askPresent);
    if (!typed?.trim()) return notDone(context);
    proof = await codes.check(typed);
    if ('refused' in proof) return refused(context, proof);
  }
  const secret = await codes.begin(label ?? env['USER'] ?? env['USERNAME'] ?? 'Clean Exit');
  const { renderUnicodeCompact } = await import('uqr');
  screen.say(say.scan);
  for (const line of renderUnicodeCompact(secret.uri, { border: 2 }).split('\n'))
    screen.verbatim(line);
  screen.verbatim(secret.uri);
  screen.say(say.keep);
  const typed = await askLine(context, say.ask);
  if (!typed?.trim()) return notDone(context);
  const kept = await orUsage(context, codes.enrol(secret, typed, proof));
  if (kept === 'kept') {
    screen.say(say.kept(secret.id));
    return 0;
  }
  if (kept === 'wrong') throw new UsageError(say.notKept, say.notKeptNext);
  const detail = kept === 'busy' ? 'busy' : 'unsupported';
  return kept === 'needs-present'
    ? Promise.reject(new UsageError(say.already, say.alreadyNext))
    : refused(context, { refused: { kind: 'code', why: 'not-available', detail } });
}

function refused(
  context: Context,
  { refused: proof }: Extract<ProofAnswer, { readonly refused: object }>,
): ExitCode {
  for (const line of refusedLines(context, proof)) context.screen.say(line);
  return 1;
}

function notDone({ screen, lang }: Context): ExitCode {
  screen.say(words(lang).code.notDone);
  return 1;
}
