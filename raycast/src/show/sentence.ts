import type { Image } from '@raycast/api';
import { aboutOf } from '@shared/core/requests/index.ts';
import { isClean } from '@shared/core/is-clean.ts';
import { wasForced, type Receipt } from '@shared/core/receipt.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import { capital, leftWords, PRESENCE, VERDICT } from '../show.ts';
import { nextStep } from './next-step.ts';
import { purged, purgedInShort } from './purged.ts';

/** On which computer a receipt was written: its clients' names, and what its trash is called. */
export type ThisComputer = Pick<Computer, 'clients' | 'machine'>;

const isPurge = ({ request, removed }: Receipt): boolean =>
  request === 'purge' || removed !== undefined;

/** What a receipt comes to in a few words about its client: a toast's title has room for no more. */
export function headline(here: ThisComputer, receipt: Receipt): string {
  const name = nameOf(here, receipt.client);
  if (aboutOf(receipt.request) === 'windows') return hidden(receipt, name);
  if (isPurge(receipt)) return `${name}: ${purgedInShort(receipt, here.machine.platform)}`;
  if (wasForced(receipt)) return `${name}: ${verdictOf(receipt)}`;
  switch (receipt.verdict) {
    case 'gone':
      return `${name} is gone`;
    case 'still-running':
      return `${name} is still here`;
    case 'partly':
      return `${name} is partly gone`;
    case 'unknown':
      return `Cannot tell if ${name} is gone`;
  }
}

/** What the headline leaves out: what is left, or how a purge ended; empty where it says all. */
function rest(here: ThisComputer, receipt: Receipt): string {
  if (aboutOf(receipt.request) === 'windows') return '';
  if (!isPurge(receipt)) return leftWords(receipt.left);
  const { platform } = here.machine;
  const whole = purged(receipt, platform);
  return whole === purgedInShort(receipt, platform) ? '' : capital(whole);
}

/** What a receipt comes to, as one sentence about its client. */
export function sentence(here: ThisComputer, receipt: Receipt): string {
  const short = headline(here, receipt);
  if (isPurge(receipt))
    return `${nameOf(here, receipt.client)}: ${purged(receipt, here.machine.platform)}`;
  const more = rest(here, receipt);
  if (!more || (receipt.verdict === 'gone' && !wasForced(receipt))) return short;
  if (wasForced(receipt) || receipt.verdict === 'partly') return `${short}; left: ${more}`;
  return receipt.verdict === 'unknown' ? `${short} (${more})` : `${short}: ${more}`;
}

/** What to know beside the headline, and what to do next. */
export const details = (here: ThisComputer, receipt: Receipt): string =>
  [rest(here, receipt), nextStep(here, receipt)].filter(Boolean).join(' · ');

/** A receipt as a tool tells it. */
export function answerOf(here: ThisComputer, receipt: Receipt) {
  const next = nextStep(here, receipt);
  const said = sentence(here, receipt);
  return { verdict: receipt.verdict, said, ...(next ? { next } : {}) };
}

/** A receipt in one sign and a few words: what came of what was asked, not of the client alone. */
export function endOf(
  { machine: { platform } }: ThisComputer,
  receipt: Receipt,
): { readonly icon: Image.ImageLike; readonly text: string } {
  const { request, verdict } = receipt;
  if (aboutOf(request) === 'windows' && verdict === 'still-running' && isClean(receipt))
    return { icon: PRESENCE['in-tray'], text: 'Hidden' };
  if (request !== 'purge') return { icon: VERDICT[verdict], text: capital(verdictOf(receipt)) };
  const icon = isClean(receipt) ? PRESENCE.gone : PRESENCE.residue;
  return { icon, text: capital(purged(receipt, platform)) };
}

/** The verdict in words; an exit that ended a root by force was no safe one. */
const verdictOf = (receipt: Receipt): string =>
  [en.verdict[receipt.verdict], ...(wasForced(receipt) ? [en.receipt.forced] : [])].join(', ');

/** What hiding came to: said by what was seen, whatever was asked. */
function hidden({ verdict, left, refusals }: Receipt, name: string): string {
  if (left.windows.some((window) => window.visible)) return `${name} still has a window open`;
  if (refusals.length > 0 || left.unseen.some(({ what }) => what === 'windows'))
    return `Cannot see ${name}’s windows`;
  if (left.processes.length > 0) return `${name} has no window open; it still runs`;
  return verdict === 'gone' ? `${name} is not running` : `${name} has no window open`;
}
