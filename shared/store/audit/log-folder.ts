import path from 'node:path';
import type { Places } from '../../core/paths.ts';

/** Where the audit log of this account is. */
export const auditFolder = ({ ourState }: Pick<Places, 'ourState'>): string =>
  path.join(ourState, 'audit');
