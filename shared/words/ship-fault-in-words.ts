import type { StateFaultLine } from '../core/state-fault.ts';
import type { Words } from './en.ts';

/** Why the audit log did not come to a destination. */
export function shipFaultInWords(
  { code, detail = '' }: StateFaultLine,
  { auditShip: say }: Pick<Words, 'auditShip'>,
): string {
  const why: Readonly<Record<string, string>> = say.why;
  return why[code] ?? say.other(code, detail);
}
