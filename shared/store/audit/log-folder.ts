import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AuditLogPolicy } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';

/** Where the audit log of this account is; one that is signed in the other way is another log. */
export const auditFolder = (
  { ourState }: Pick<Places, 'ourState'>,
  algorithm: AuditLogPolicy['algorithm'] = 'ed25519',
): string => path.join(ourState, algorithm === 'ed25519' ? 'audit' : 'audit-sm');

/** Where a log is that was signed in the other way before; undefined where there is none. */
export function otherAuditFolder(
  places: Pick<Places, 'ourState'>,
  algorithm: AuditLogPolicy['algorithm'] = 'ed25519',
): string | undefined {
  const other = auditFolder(places, algorithm === 'ed25519' ? 'sm3+sm2' : 'ed25519');
  return existsSync(other) ? other : undefined;
}
