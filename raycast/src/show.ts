import { Color, type Image } from '@raycast/api';
import { bytes } from '@shared/words/bytes.ts';
import { en } from '@shared/words/en.ts';
import { describeRemaining } from '@shared/words/remaining-in-words.ts';
import type { Known } from '@shared/core/known.ts';
import type { Presence, Verdict } from '@shared/core/model.ts';
import { stateFaultInWords } from '@shared/words/state-fault-in-words.ts';
import { aboutOf } from '@shared/core/requests/index.ts';
import { isClean } from '@shared/core/is-clean.ts';
import {
  isUnasked,
  refusedSubject,
  wasForced,
  type Remaining,
  type Receipt,
} from '@shared/core/receipt.ts';
import { IN_DOUBT, nextAfterRefusal, NEXT, PAUSED, UNASKED } from './show/advice.ts';

/** The sign of a presence: the shape says it, the colour only repeats it. */
export const PRESENCE: Readonly<Record<Presence, Image.ImageLike & object>> = {
  running: { source: 'sign-running.svg', tintColor: Color.Blue },
  'in-tray': { source: 'sign-in-tray.svg', tintColor: Color.Orange },
  residue: { source: 'sign-residue.svg', tintColor: Color.Orange },
  unknown: { source: 'sign-unknown.svg', tintColor: Color.Purple },
  gone: { source: 'sign-gone.svg', tintColor: Color.Green },
};

export const VERDICT: Readonly<Record<Verdict, Image.ImageLike & object>> = {
  gone: PRESENCE.gone,
  partly: PRESENCE.residue,
  'still-running': { source: 'sign-still.svg', tintColor: Color.Red },
  unknown: PRESENCE.unknown,
};

/** The words of presences with a capital, as lists show them. */
export const presenceWord = (presence: Presence): string => capital(en.presence[presence]);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How many files, in words. */
export const filesWord = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** Whether somebody is signed in; empty where nobody is. */
export const signedInWord = (signedIn: Known<boolean>): string =>
  signedIn.known ? (signedIn.value ? 'signed in' : '') : 'sign-in not known';

/** What is left in a few words; empty where nothing is. */
export const leftWords = (left: Remaining): string => describeRemaining(left, en).join(' · ');

/** What a receipt comes to, as one sentence about this client. */
export function sentence(receipt: Receipt, name: string): string {
  const { request, verdict, removed, left } = receipt;
  if (aboutOf(request) === 'windows') return hidden(receipt, name);
  if (request === 'purge' || removed !== undefined) return `${name}: ${purged(receipt)}`;
  const rest = leftWords(left);
  if (wasForced(receipt)) return `${name}: ${verdictOf(receipt)}${rest ? `; left: ${rest}` : ''}`;
  switch (verdict) {
    case 'gone':
      return `${name} is gone`;
    case 'still-running':
      return `${name} is still here${rest ? `: ${rest}` : ''}`;
    case 'partly':
      return `${name} is partly gone${rest ? `; left: ${rest}` : ''}`;
    case 'unknown':
      return `${name}: it cannot be told whether it has left${rest ? ` (${rest})` : ''}`;
  }
}

/** A receipt as a tool tells it. */
export function answerOf(receipt: Receipt, name: string) {
  const next = nextStep(receipt);
  const said = sentence(receipt, name);
  return { verdict: receipt.verdict, said, ...(next ? { next } : {}) };
}

/** A receipt in one sign and a few words: what came of what was asked, not of the client alone. */
export function endOf(receipt: Receipt): { readonly icon: Image.ImageLike; readonly text: string } {
  const { request, verdict } = receipt;
  if (aboutOf(request) === 'windows' && verdict === 'still-running' && isClean(receipt))
    return { icon: PRESENCE['in-tray'], text: 'Hidden' };
  if (request !== 'purge') return { icon: VERDICT[verdict], text: capital(verdictOf(receipt)) };
  const icon = isClean(receipt) ? PRESENCE.gone : PRESENCE.residue;
  return { icon, text: capital(purged(receipt)) };
}

/** The verdict in words; an exit that ended a root by force was no safe one. */
const verdictOf = (receipt: Receipt): string =>
  [en.verdict[receipt.verdict], ...(wasForced(receipt) ? [en.receipt.forced] : [])].join(', ');

/** What hiding came to: said by what was seen, whatever was asked. */
function hidden({ verdict, left, refusals }: Receipt, name: string): string {
  if (left.windows.some((window) => window.visible)) return `${name} still has a window open`;
  if (refusals.length > 0 || left.unseen.some(({ what }) => what === 'windows'))
    return `${name}: it cannot be told whether a window is open`;
  if (left.processes.length > 0) return `${name} has no window open; it still runs`;
  return verdict === 'gone' ? `${name} is not running` : `${name} has no window open`;
}

/** What a purge took away, measured by what went, and whether it came to its end. */
export function purged({ removed, refusals, steps }: Receipt): string {
  const isStopped = steps.some(({ why }) => why === 'cancelled');
  const isLost = refusals.some(({ code }) => code === 'not-in-trash');
  if (!removed || removed.files === 0) {
    if (isLost) return 'something left its place and was not seen in the Trash';
    if (isStopped) return 'stopped before anything was removed';
    return refusals.length > 0 || steps.some(({ why }) => why === 'declined')
      ? 'nothing was removed'
      : 'there was nothing to remove';
  }
  const size = bytes(removed.bytes);
  const went = removed.to === 'trash' ? `${size} moved to the Trash` : `${size} freed for good`;
  if (isLost) return `${went}; more left its place and was not seen there`;
  if (isStopped) return `${went}, then stopped`;
  return refusals.length > 0 ? `${went}, and something stayed` : went;
}

/** Whether a program at an unknown place is what stands in the way. */
const isInDoubt = ({ verdict, refusals, left: { doubts = [] } }: Receipt): boolean =>
  verdict === 'unknown' &&
  refusals.every(({ code }) => code === 'blind') &&
  doubts.some(({ level }) => level === 'likely');

/** Whether a request came as far as to do anything before it was refused the rest. */
const didSomething = ({ removed, steps }: Receipt): boolean =>
  (removed?.files ?? 0) > 0 || steps.some(({ outcome }) => outcome === 'done');

/** The next thing to do after receipts that did not reach their end; empty where there is none. */
export function nextStep(receipt: Receipt): string {
  const [refusal] = receipt.refusals;
  if (receipt.notKept !== undefined)
    return `The receipt could not be kept: ${stateFaultInWords(receipt.notKept, en)}`;
  if (isInDoubt(receipt)) return IN_DOUBT;
  if (refusal)
    return `${nextAfterRefusal(refusal.code, didSomething(receipt))} (${refusedSubject(refusal)})`;
  if (isClean(receipt)) return '';
  const isStopped = receipt.left.processes.some((one) => one.role === 'root' && one.stopped);
  if (receipt.verdict !== 'still-running') return NEXT[receipt.verdict];
  return isStopped ? PAUSED : isUnasked(receipt) ? UNASKED : NEXT['still-running'];
}
