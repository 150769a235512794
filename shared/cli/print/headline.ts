import type { Language } from '../../core/language.ts';
import { aboutOf } from '../../core/requests/index.ts';
import type { Receipt } from '../../core/receipt.ts';
import { bytes } from '../../words/bytes.ts';
import { words } from '../../words/words.ts';

/** How the request ended, and what is there now. */
export function headline(receipt: Receipt, lang: Language): string {
  const say = words(lang);
  const { removed, request, result } = receipt;
  const said = say.receipt;
  const verdict = say.verdict[receipt.verdict];
  if (request === 'reset') return resetHead(receipt, lang);
  const isPurge = aboutOf(request) === 'files';
  // Whether its client is here says nothing of files that stay.
  const isCalledOff = isPurge && result === 'cancelled' && (removed?.files ?? 0) === 0;
  if (isDeclined(receipt) || isCalledOff) return said.unchanged;
  if (isPurge && result === 'refused') return said.nothingRemoved;
  if (isPurge && result === 'nothing-to-do') return said.nothingToRemove;
  if (removed !== undefined && removed.files > 0) {
    const went = said[removed.to === 'trash' ? 'trashed' : 'freed'](bytes(removed.bytes));
    return receipt.verdict === 'gone' ? went : [went, verdict].join(said.comma);
  }
  // It may have left by itself: that is not what was asked.
  if (isWithheld(receipt))
    return receipt.verdict === 'gone'
      ? said.nothingDone
      : [said.nothingDone, verdict].join(said.comma);
  if (result === 'nothing-to-do' || isIdle(receipt))
    return receipt.verdict === 'gone'
      ? said.notRunning
      : [verdict, said.nothingToDo].join(said.comma);
  return isHidden(receipt) ? said.hidden : verdict;
}

/** What was set aside of a client, and whether it came back meanwhile. */
function resetHead(receipt: Receipt, lang: Language): string {
  const say = words(lang);
  const { moved, result, verdict } = receipt;
  if (isDeclined(receipt) || (result === 'cancelled' && !moved)) return say.receipt.unchanged;
  const went = moved ? say.reset.went(moved.things, bytes(moved.bytes)) : '';
  if (!moved) return result === 'nothing-to-do' ? say.reset.nothingHead : say.reset.refusedHead;
  return verdict === 'still-running' || verdict === 'unknown'
    ? [went, say.verdict[verdict]].join(say.receipt.comma)
    : went;
}

/** Nothing was done, because a proof, an approval or a record was not to be had. */
const isWithheld = ({ result, refusals }: Pick<Receipt, 'result' | 'refusals'>): boolean =>
  result === 'refused' &&
  refusals.every(({ code }) => WITHHELD.has(code) || code.startsWith('order-'));

const WITHHELD: ReadonlySet<string> = new Set(['needs-proof', 'audit-unwritable']);

/** What the sign before a headline stands for: of what was refused never that it is done. */
export const signedVerdict = (receipt: Receipt): Receipt['verdict'] =>
  isWithheld(receipt) && receipt.verdict === 'gone' ? 'partly' : receipt.verdict;

/** The person said no to what would go. */
export const isDeclined = ({ steps, refusals }: Pick<Receipt, 'steps' | 'refusals'>): boolean =>
  [...steps.map(({ why }) => why), ...refusals.map(({ code }) => code)].includes('declined');

/** Nothing was to be done, also where not all could be seen. */
const isIdle = ({ steps, refusals }: Receipt): boolean =>
  steps.length === 0 && refusals.length === 0;

/** It was hidden, and runs on. */
const isHidden = ({ request, result, verdict }: Receipt): boolean =>
  aboutOf(request) === 'windows' && result === 'done' && verdict === 'still-running';
