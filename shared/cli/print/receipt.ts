import type { Language } from '../../core/language.ts';
import { aboutOf } from '../../core/requests/index.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { words } from '../../words/words.ts';
import { describeRemaining, noteInWords, cacheInWords } from '../../words/remaining-in-words.ts';
import { bookkeepingInWords } from '../../words/bookkeeping-in-words.ts';
import { doubtsInWords } from '../../words/doubts-in-words.ts';
import { isUnasked, reasonIn, refusedSubject, wasForced } from '../../core/receipt.ts';
import type { Receipt, StepLine } from '../../core/receipt.ts';
import { headline, isDeclined, signedVerdict } from './headline.ts';
import { summary, subjectIn } from './summary.ts';
import { columnsOf, sign, type Screen } from './screen.ts';
import { secondLookInWords, stepInWords } from '../../words/step-in-words.ts';
import { proofsInWords, refusedInWords } from './proofs.ts';
import { seconds } from './seconds.ts';
import { table } from './table.ts';

/**
 * A receipt in at most eight lines; with `verbose` every step has a line of its own. `options` are those of a purge, to
 * be said in the next command.
 */
export function receiptLines(
  receipt: Receipt,
  name: string,
  screen: Screen,
  lang: Language,
  verbose = false,
  options = '',
): readonly string[] {
  const say = words(lang);
  const { left, refusals } = receipt;
  const done = receipt.steps.filter((step) => step.outcome !== 'already');
  const head = [
    sign(screen, signedVerdict(receipt)),
    screen.paint.bold(name),
    [
      say.request[receipt.request],
      [headline(receipt, lang), ...(wasForced(receipt) ? [say.receipt.forced] : [])].join(
        say.receipt.comma,
      ),
    ].join(say.receipt.colon),
    screen.paint.gray(`· ${say.receipt.elapsed(seconds(receipt.elapsedMs))}`),
  ].join(' ');
  const rows: (readonly [string, string])[] = [];
  const add = (label: string, value: string): void => {
    if (value) rows.push([`  ${screen.paint.gray(label)}`, value]);
  };
  if (!verbose) add(say.receipt.did, summary(done, lang).join(' · '));
  add(say.proofs.given, proofsInWords(receipt.proofs ?? [], lang));
  const left_ = describeRemaining(left, say);
  const record = receipt.removed?.record;
  add(say.receipt.putBack, record === undefined ? '' : `clean-exit restore ${record}`);
  const { moved } = receipt;
  add(say.reset.where, moved === undefined ? '' : moved.folders.join(' · '));
  add(
    say.receipt.putBack,
    moved?.record === undefined ? '' : say.reset.how(receipt.client, moved.record),
  );
  const { evidence } = receipt;
  const noPicture = evidence && reasonIn(evidence);
  add(
    say.evidence.label,
    noPicture ? say.evidence.notTaken(explainWhy(noPicture, say)) : (evidence?.file ?? ''),
  );
  add(say.receipt.left, left_.join(' · '));
  for (const refusal of refusals.slice(0, 3)) {
    const about = screen.paint.gray(
      refusedSubject(
        lang === 'zh' && refusal.subject === receipt.client
          ? { ...refusal, subject: name }
          : refusal,
      ),
    );
    add(say.receipt.refused, `${refusedInWords(refusal, receipt, lang).what} ${about}`);
  }
  if (refusals.length > 3) add(say.receipt.refused, say.receipt.more(refusals.length - 3));
  const mayRestart = receipt.steps.map(reasonIn).find((one) => one?.code === 'may-restart');
  const chats = moved?.everything ? say.reset.takesChats : moved ? say.reset.keepsChats : '';
  const notes = [noteInWords(left, say), mayRestart ? explainWhy(mayRestart, say) : '', chats];
  add(say.receipt.note, notes.filter(Boolean).join(' · '));
  add(
    say.receipt.cache,
    aboutOf(receipt.request) === 'windows' ? '' : cacheInWords(left, receipt.client, say),
  );
  const doubts = doubtsInWords(left, { id: receipt.client, name }, say).slice(0, 3);
  if (doubts.length === 0 || !isBlind(receipt))
    add(
      say.receipt.next,
      (refusals[0] && refusedInWords(refusals[0], receipt, lang, options).next) ??
        nextOf(receipt, lang),
    );
  else doubts.forEach((line, at) => add(at === 0 ? say.receipt.next : '', line));
  for (const line of bookkeepingInWords(receipt, say)) add('!', line);
  return [
    head,
    ...(verbose ? [...steps(receipt.steps, screen, lang), ...second(receipt, lang)] : []),
    ...table(rows, columnsOf(screen)),
  ];
}

/** What is not known is settled by the person, not by a look at what is missing. */
const isBlind = ({ verdict, refusals }: Receipt): boolean =>
  verdict === 'unknown' && refusals.every(({ code }) => code === 'blind');

/** What a person can do now. After hiding it is meant to run on; a ghost nobody can end. */
function nextOf(receipt: Receipt, lang: Language): string {
  const say = words(lang);
  const { client, request, verdict, steps, refusals, left } = receipt;
  if (isDeclined({ steps, refusals })) return '';
  if (steps.some((step) => step.why === 'cancelled')) return say.hint.stopped;
  if (aboutOf(request) === 'windows')
    return left.windows.some((one) => one.visible) ? say.hint.window : '';
  if (verdict === 'still-running') return nextWhileItRuns(receipt, lang);
  const onlyIcons = verdict === 'partly' && left.processes.length + left.windows.length === 0;
  const heldBy = left.trayIcons.find((icon) => icon.heldBy !== undefined)?.heldBy;
  if (onlyIcons && heldBy !== undefined) return say.hint.heldIcon(heldBy);
  if (onlyIcons && left.trayIcons.length > 0) return say.hint.ghost;
  return verdict === 'partly' ? say.next.partly(client) : say.next[verdict];
}

/** What a person can do about a client that did not quit. */
function nextWhileItRuns(receipt: Receipt, lang: Language): string {
  const say = words(lang);
  const { client, steps, left } = receipt;
  const stopped = left.processes.find((one) => one.role === 'root' && one.stopped);
  if (stopped) return say.hint.isStopped(stopped.pid, client);
  if (steps.some(({ why }) => why === 'started-meanwhile'))
    return say.hint.startedMeanwhile(client);
  if (isUnasked({ steps })) return say.hint.unasked(client);
  const question = left.windows.find(({ visible, title }) => visible && isQuestion(title));
  return question ? say.hint.asks(question.title, client) : say.next['still-running'](client);
}

/** A title that asks; that of an ordinary window is the name of a chat. */
const isQuestion = (title: string): boolean => /[?\uff1f]$/.test(title.trim());

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
    columnsOf(screen),
  );
