import {
  bytes,
  explainRefusal,
  explainWhy,
  nextAfter,
  text,
  words,
  type Language,
} from '../../core/explain.ts';
import { doubtsInWords } from '../../core/doubts-in-words.ts';
import { isUnasked, reasonIn, refusedSubject, wasForced } from '../../core/receipt.ts';
import type { Receipt, StepLine } from '../../core/receipt.ts';
import { bookkeepingInWords } from '../../core/bookkeeping-in-words.ts';
import { cacheInWords, describeRemaining, noteInWords } from '../../core/remaining.ts';
import { folded, summary, subjectIn } from './summary.ts';
import { sign, type Screen } from './screen.ts';
import { secondLookInWords, stepInWords } from '../../core/step-in-words.ts';
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
    `${headline(receipt, lang)}${wasForced(receipt) ? `, ${text(lang, 'forced')}` : ''}`,
    screen.paint.gray(`· ${text(lang, 'elapsed', seconds(receipt.elapsedMs))}`),
  ].join(' ');
  const rows: (readonly [string, string])[] = [];
  const add = (label: string, value: string): void => {
    if (value) rows.push([`  ${screen.paint.gray(label)}`, value]);
  };
  if (!verbose)
    folded(summary(done, lang)).forEach((line, at) => add(at === 0 ? text(lang, 'did') : '', line));
  const left_ = describeRemaining(left, lang);
  const record = receipt.removed?.record;
  add(text(lang, 'putBack'), record === undefined ? '' : `clean-exit restore ${record}`);
  add(text(lang, 'left'), left_.join(' · '));
  for (const refusal of refusals.slice(0, 3)) {
    const about = screen.paint.gray(refusedSubject(refusal));
    add(text(lang, 'refused'), `${say.refusal[refusal.code].what} ${about}`);
  }
  if (refusals.length > 3) add(text(lang, 'refused'), text(lang, 'more', refusals.length - 3));
  const mayRestart = receipt.steps.map(reasonIn).find((one) => one?.code === 'may-restart');
  const notes = [noteInWords(left, lang), mayRestart ? explainWhy(mayRestart, lang) : ''];
  add(text(lang, 'note'), notes.filter(Boolean).join(' · '));
  add(text(lang, 'cache'), receipt.request === 'hide' ? '' : cacheInWords(left, lang));
  const doubts = doubtsInWords(left, { id: receipt.client, name }, lang).slice(0, 3);
  if (doubts.length === 0 || !isBlind(receipt))
    add(
      text(lang, 'next'),
      (refusals[0] && explainRefusal(refusals[0], lang).next) ?? nextOf(receipt, lang),
    );
  else doubts.forEach((line, at) => add(at === 0 ? text(lang, 'next') : '', line));
  for (const line of bookkeepingInWords(receipt, lang)) add('!', line);
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

function headline(receipt: Receipt, lang: Language): string {
  const verdict = words(lang).verdict[receipt.verdict];
  const { removed, request, steps, refusals } = receipt;
  const nothing = text(lang, 'wouldDoNothing');
  if (isDeclined(receipt)) return text(lang, 'notDone');
  if (removed !== undefined) {
    if (removed.files === 0 && refusals.length === 0 && receipt.verdict === 'gone') return nothing;
    const went = text(lang, removed.to === 'trash' ? 'trashed' : 'freed', bytes(removed.bytes));
    return receipt.verdict === 'gone' ? went : `${went}, ${verdict}`;
  }
  if (steps.length === 0 && refusals.length === 0) return `${verdict}, ${nothing}`;
  const { windows, unseen } = receipt.left;
  const isSeen = !unseen.some(({ what }) => what === 'windows');
  const hidden = request === 'hide' && isSeen && !windows.some((one) => one.visible);
  return hidden && receipt.verdict === 'still-running' ? text(lang, 'hidden') : verdict;
}

/** What a person can do now. After hiding it is meant to run on; a ghost nobody can end. */
function nextOf({ request, verdict, steps, refusals, left }: Receipt, lang: Language): string {
  if (isDeclined({ steps, refusals })) return '';
  if (steps.some((step) => step.why === 'cancelled')) return text(lang, 'stoppedNext');
  if (request === 'hide')
    return left.windows.some((one) => one.visible) ? text(lang, 'windowNext') : '';
  const stopped = left.processes.find((one) => one.role === 'root' && one.stopped);
  if (verdict === 'still-running' && stopped) return text(lang, 'isStoppedNext', stopped.pid);
  if (verdict === 'still-running' && steps.some(({ why }) => why === 'started-meanwhile'))
    return text(lang, 'startedMeanwhileNext');
  if (verdict === 'still-running' && isUnasked({ steps })) return text(lang, 'unaskedNext');
  const onlyIcons = verdict === 'partly' && left.processes.length + left.windows.length === 0;
  const heldBy = left.trayIcons.find((icon) => icon.heldBy !== undefined)?.heldBy;
  if (onlyIcons && heldBy !== undefined) return text(lang, 'heldIconNext', heldBy);
  return onlyIcons && left.trayIcons.length > 0
    ? text(lang, 'ghostNext')
    : nextAfter(verdict, lang);
}

const second = ({ secondLook }: Receipt, lang: Language): readonly string[] =>
  secondLook === undefined ? [] : [`  ${secondLookInWords(secondLook, lang)}`];

const steps = (all: readonly StepLine[], screen: Screen, lang: Language): readonly string[] =>
  table(
    all.map((step) => [
      `  ${words(lang).step[step.kind]}`,
      subjectIn(step, lang),
      words(lang).outcome[step.outcome],
      screen.paint.gray(text(lang, 'elapsed', seconds(step.ms))),
      stepInWords(step, lang),
    ]),
  );
