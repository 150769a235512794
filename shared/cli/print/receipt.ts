import type { Language } from '../../core/language.ts';
import { aboutOf } from '../../core/requests/index.ts';
import { bytes } from '../../words/bytes.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { words } from '../../words/words.ts';
import { describeRemaining, noteInWords, cacheInWords } from '../../words/remaining-in-words.ts';
import { bookkeepingInWords } from '../../words/bookkeeping-in-words.ts';
import { doubtsInWords } from '../../words/doubts-in-words.ts';
import { isUnasked, reasonIn, refusedSubject, wasForced } from '../../core/receipt.ts';
import type { Receipt, StepLine } from '../../core/receipt.ts';
import { folded, summary, subjectIn } from './summary.ts';
import { sign, type Screen } from './screen.ts';
import { secondLookInWords, stepInWords } from '../../words/step-in-words.ts';
import { refusalInWords } from '../../words/refusal-in-words.ts';
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
  const done = receipt.steps.filter((step) => step.outcome !== 'already');
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
  for (const refusal of refusals.slice(0, 3)) {
    const about = screen.paint.gray(refusedSubject(refusal));
    add(say.receipt.refused, `${refusalInWords(refusal.code, say).what} ${about}`);
  }
  if (refusals.length > 3) add(say.receipt.refused, say.receipt.more(refusals.length - 3));
  const mayRestart = receipt.steps.map(reasonIn).find((one) => one?.code === 'may-restart');
  const notes = [noteInWords(left, say), mayRestart ? explainWhy(mayRestart, say) : ''];
  add(say.receipt.note, notes.filter(Boolean).join(' · '));
  add(say.receipt.cache, aboutOf(receipt.request) === 'windows' ? '' : cacheInWords(left, say));
  const doubts = doubtsInWords(left, { id: receipt.client, name }, say).slice(0, 3);
  if (doubts.length === 0 || !isBlind(receipt))
    add(
      say.receipt.next,
      (refusals[0] && refusalInWords(refusals[0].code, say).next) ?? nextOf(receipt, lang),
    );
  else doubts.forEach((line, at) => add(at === 0 ? say.receipt.next : '', line));
  for (const line of bookkeepingInWords(receipt, say)) add('!', line);
  return [
    head,
    ...(verbose ? [...steps(receipt.steps, screen, lang), ...second(receipt, lang)] : []),
    ...table(rows),
  ];
}

/** What is not known is settled by the person, not by a look at what is missing. */
const isBlind = ({ verdict, refusals }: Receipt): boolean =>
  verdict === 'unknown' && refusals.every(({ code }) => code === 'blind');

/** The person said no to what would go. */
const isDeclined = ({ steps, refusals }: Pick<Receipt, 'steps' | 'refusals'>): boolean =>
  [...steps.map(({ why }) => why), ...refusals.map(({ code }) => code)].includes('declined');

/** How the request ended, and what is there now. */
function headline(receipt: Receipt, lang: Language): string {
  const say = words(lang);
  const { removed, request, result } = receipt;
  const verdict = say.verdict[receipt.verdict];
  if (isDeclined(receipt)) return say.receipt.notDone;
  const isPurge = aboutOf(request) === 'files';
  if (isPurge && result === 'refused') return say.receipt.nothingRemoved;
  if (isPurge && result === 'nothing-to-do') return say.receipt.nothingToDo;
  if (removed !== undefined) {
    const went = say.receipt[removed.to === 'trash' ? 'trashed' : 'freed'](bytes(removed.bytes));
    return receipt.verdict === 'gone' ? went : `${went}, ${verdict}`;
  }
  if (result === 'nothing-to-do' || isIdle(receipt))
    return `${verdict}, ${say.receipt.nothingToDo}`;
  return isHidden(receipt) ? say.receipt.hidden : verdict;
}

/** Nothing was to be done, also where not all could be seen. */
const isIdle = ({ steps, refusals }: Receipt): boolean =>
  steps.length === 0 && refusals.length === 0;

/** It was hidden, and runs on. */
const isHidden = ({ request, result, verdict }: Receipt): boolean =>
  aboutOf(request) === 'windows' && result === 'done' && verdict === 'still-running';

/** What a person can do now. After hiding it is meant to run on; a ghost nobody can end. */
function nextOf({ request, verdict, steps, refusals, left }: Receipt, lang: Language): string {
  const say = words(lang);
  if (isDeclined({ steps, refusals })) return '';
  if (steps.some((step) => step.why === 'cancelled')) return say.hint.stopped;
  if (aboutOf(request) === 'windows')
    return left.windows.some((one) => one.visible) ? say.hint.window : '';
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

const second = ({ secondLook }: Receipt, lang: Language): readonly string[] =>
  secondLook === undefined ? [] : [`  ${secondLookInWords(secondLook, words(lang))}`];

const steps = (all: readonly StepLine[], screen: Screen, lang: Language): readonly string[] =>
  table(
    all.map((step) => [
      `  ${words(lang).step[step.kind]}`,
      subjectIn(step, lang),
      words(lang).outcome[step.outcome],
      screen.paint.gray(words(lang).receipt.elapsed(seconds(step.ms))),
      stepInWords(step, words(lang)),
    ]),
  );
