import type { Language } from '../../core/language.ts';
import { bytes } from '../../words/bytes.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { words } from '../../words/words.ts';
import { describeRemaining, noteInWords, cacheInWords } from '../../words/remaining-in-words.ts';
import { bookkeepingInWords } from '../../words/bookkeeping-in-words.ts';
import { doubtsInWords } from '../../words/doubts-in-words.ts';
import type { Outcome } from '../../core/model.ts';
import { isUnasked, wasForced, type Receipt } from '../../core/receipt.ts';
import { folded, summary, subjectIn } from './summary.ts';
import { sign, type Screen } from './screen.ts';
import { seconds } from './seconds.ts';
import { table } from './table.ts';

/** A receipt in at most eight lines; with `verbose` every step has a line of its own. */
export function receiptLines(
  receipt: Receipt,
  name: string,
  screen: Screen,
  lang: Language,
  verbose = false,
): readonly string[] {
  const say = words(lang);
  const { verdict, left, refusals } = receipt;
  const done = receipt.steps.filter((step) => step.outcome !== 'already' && step.kind !== 'look');
  const head = [
    sign(screen, verdict),
    screen.paint.bold(name),
    `${say.request[receipt.request]}:`,
    `${headline(receipt, lang)}${wasForced(receipt) ? `, ${say.receipt.forced}` : ''}`,
    screen.paint.gray(`· ${say.receipt.elapsed(seconds(receipt.elapsedMs))}`),
  ].join(' ');
  const rows: (readonly [string, string])[] = [];
  const add = (label: string, value: string): void => {
    if (value) rows.push([`  ${screen.paint.gray(label)}`, value]);
  };
  if (!verbose)
    folded(summary(done, lang)).forEach((line, at) => add(at === 0 ? say.receipt.did : '', line));
  const left_ = describeRemaining(left, say);
  const record = receipt.removed?.record;
  add(say.receipt.putBack, record === undefined ? '' : `clean-exit restore ${record}`);
  add(say.receipt.left, left_.join(' · '));
  for (const { code, subject } of refusals.slice(0, 3))
    add(say.receipt.refused, `${say.refusal[code].what} ${screen.paint.gray(subject)}`);
  if (refusals.length > 3) add(say.receipt.refused, say.receipt.more(refusals.length - 3));
  const mayRestart = receipt.steps.find(({ why }) => why?.startsWith('may-restart: '))?.why;
  const notes = [noteInWords(left, say), mayRestart ? explainWhy(mayRestart, say) : ''];
  add(say.receipt.note, notes.filter(Boolean).join(' · '));
  add(say.receipt.cache, receipt.request === 'hide' ? '' : cacheInWords(left, say));
  const doubts = doubtsInWords(left, { id: receipt.client, name }, say).slice(0, 3);
  if (doubts.length === 0 || !isBlind(receipt))
    add(say.receipt.next, refusals[0]?.next ?? nextOf(receipt, lang));
  else doubts.forEach((line, at) => add(at === 0 ? say.receipt.next : '', line));
  for (const line of bookkeepingInWords(receipt, say)) add('!', line);
  return [head, ...(verbose ? steps(receipt.steps, screen, lang) : []), ...table(rows)];
}

/** What is not known is settled by the person, not by a look at what is missing. */
const isBlind = ({ verdict, refusals }: Receipt): boolean =>
  verdict === 'unknown' && refusals.every(({ code }) => code === 'blind');

/** The person said no to what would go. */
const isDeclined = ({ steps, refusals }: Pick<Receipt, 'steps' | 'refusals'>): boolean =>
  [...steps.map(({ why }) => why), ...refusals.map(({ code }) => code)].includes('declined');

function headline(receipt: Receipt, lang: Language): string {
  const say = words(lang);
  const verdict = say.verdict[receipt.verdict];
  const { removed, request, steps, refusals } = receipt;
  const nothing = say.receipt.nothingToDo;
  if (isDeclined(receipt)) return say.receipt.notDone;
  if (removed !== undefined) {
    if (removed.files === 0 && refusals.length === 0 && receipt.verdict === 'gone') return nothing;
    const went = say.receipt[removed.to === 'trash' ? 'trashed' : 'freed'](bytes(removed.bytes));
    return receipt.verdict === 'gone' ? went : `${went}, ${verdict}`;
  }
  if (steps.length === 0 && refusals.length === 0) return `${verdict}, ${nothing}`;
  const { windows, unseen } = receipt.left;
  const isSeen = !unseen.some(({ what }) => what === 'windows');
  const hidden = request === 'hide' && isSeen && !windows.some((one) => one.visible);
  return hidden && receipt.verdict === 'still-running' ? say.receipt.hidden : verdict;
}

/** What a person can do now. After hiding it is meant to run on; a ghost nobody can end. */
function nextOf({ request, verdict, steps, refusals, left }: Receipt, lang: Language): string {
  const say = words(lang);
  if (isDeclined({ steps, refusals })) return '';
  if (steps.some((step) => step.why === 'cancelled')) return say.hint.stopped;
  if (request === 'hide') return left.windows.some((one) => one.visible) ? say.hint.window : '';
  const stopped = left.processes.find((one) => one.role === 'root' && one.stopped);
  if (verdict === 'still-running' && stopped) return say.hint.isStopped(stopped.pid);
  if (verdict === 'still-running' && steps.some(({ why }) => why === 'started-meanwhile'))
    return say.hint.startedMeanwhile;
  if (verdict === 'still-running' && isUnasked({ steps })) return say.hint.unasked;
  const onlyIcons = verdict === 'partly' && left.processes.length + left.windows.length === 0;
  const heldBy = left.trayIcons.find((icon) => icon.heldBy !== undefined)?.heldBy;
  if (onlyIcons && heldBy !== undefined) return say.hint.heldIcon(heldBy);
  return onlyIcons && left.trayIcons.length > 0 ? say.hint.ghost : say.next[verdict];
}

const steps = (all: readonly Outcome[], screen: Screen, lang: Language): readonly string[] =>
  table(
    all.map((step) => [
      `  ${words(lang).step[step.kind]}`,
      subjectIn(step, lang),
      words(lang).outcome[step.outcome],
      screen.paint.gray(words(lang).receipt.elapsed(seconds(step.ms))),
      step.why === undefined ? '' : explainWhy(step.why, words(lang)),
    ]),
  );
