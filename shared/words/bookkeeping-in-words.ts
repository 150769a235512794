import type { Receipt } from '../core/receipt.ts';
import { auditAdvice, auditAlarms } from './audit-alarms.ts';
import type { Words } from './en.ts';
import { stateAdvice } from './state-advice.ts';
import { stateFaultInWords } from './state-fault-in-words.ts';

/**
 * What could not be kept in the state folder: its lines in the audit log, the record of a purge, the receipt, the lock; last what helps. Nothing
 * where all was kept.
 */
export function bookkeepingInWords(
  receipt: Pick<Receipt, 'audit' | 'notKept' | 'keptIn' | 'lockedIn' | 'removed'>,
  say: Words,
): readonly string[] {
  const { audit, notKept, keptIn, lockedIn, removed } = receipt;
  const lines: string[] = [];
  lines.push(...auditAlarms(audit ?? {}, say));
  const unrecorded = removed?.recordNotKept;
  if (unrecorded) lines.push(say.state.recordNotKept(stateFaultInWords(unrecorded, say)));
  if (notKept) lines.push(say.state.notKept(stateFaultInWords(notKept, say)));
  if (keptIn)
    lines.push(say.state.keptIn(keptIn.folder ?? '', stateFaultInWords(keptIn.fault, say)));
  if (lockedIn) {
    const why = stateFaultInWords(lockedIn.fault, say);
    const { folder } = lockedIn;
    lines.push(folder === null ? say.state.lockedInMemory(why) : say.state.lockedIn(folder, why));
  }
  if (audit?.fault) return [...lines, auditAdvice(audit.fault, say)];
  const fault = unrecorded ?? notKept ?? keptIn?.fault ?? lockedIn?.fault;
  return fault === undefined ? lines : [...lines, stateAdvice(fault, say)];
}
