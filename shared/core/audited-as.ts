import type { Receipt } from './receipt.ts';

/** Whether a request is in the audit log: with all of its lines, with one of them, or not at all. */
export function auditedAs({ audit = {} }: Pick<Receipt, 'audit'>): 'all' | 'partly' | 'none' {
  const { intent, outcome, fault } = audit;
  if (intent === undefined && outcome === undefined) return 'none';
  return fault ? 'partly' : 'all';
}
