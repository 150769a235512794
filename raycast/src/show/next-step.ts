import { isClean } from '@shared/core/is-clean.ts';
import { isUnasked, type Receipt } from '@shared/core/receipt.ts';
import type { Platform, Refusal } from '@shared/core/model.ts';
import { IN_DOUBT, nextAfterRefusal, NEXT, PAUSED, UNASKED } from './advice.ts';
import { stateFaultWords } from './why.ts';

/** Whether a program at an unknown place is what stands in the way. */
const isInDoubt = ({ verdict, refusals, left: { doubts = [] } }: Receipt): boolean =>
  verdict === 'unknown' &&
  refusals.every(({ code }) => code === 'blind') &&
  doubts.some(({ level }) => level === 'likely');

/** Whether a request came as far as to do anything before it was refused the rest. */
const didSomething = ({ removed, steps }: Receipt): boolean =>
  (removed?.files ?? 0) > 0 || steps.some(({ outcome }) => outcome === 'done');

/** What a refusal is about, in brackets; nothing where that is the client, which the title names. */
export const aboutWhat = ({ subject }: Refusal, client: string): string =>
  subject === '' || subject === client ? '' : ` (${subject})`;

/** The next thing to do after receipts that did not reach their end; empty where there is none. */
export function nextStep(
  { machine: { platform } }: { readonly machine: { readonly platform: Platform } },
  receipt: Receipt,
): string {
  const [refusal] = receipt.refusals;
  if (receipt.audit?.fault)
    return `Not recorded in the audit log: ${stateFaultWords(receipt.audit.fault)}`;
  if (receipt.notKept !== undefined)
    return `The receipt could not be kept: ${stateFaultWords(receipt.notKept)}`;
  if (isInDoubt(receipt)) return IN_DOUBT;
  if (refusal)
    return (
      nextAfterRefusal(refusal.code, { platform, isMidway: didSomething(receipt) }) +
      aboutWhat(refusal, receipt.client)
    );
  if (isClean(receipt)) return '';
  const isStopped = receipt.left.processes.some((one) => one.role === 'root' && one.stopped);
  if (receipt.verdict !== 'still-running') return NEXT[receipt.verdict];
  return isStopped ? PAUSED : isUnasked(receipt) ? UNASKED : NEXT['still-running'];
}
