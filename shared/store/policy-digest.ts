import { createHash } from 'node:crypto';
import type { Policy } from '../core/model.ts';

/** `sha256:` and 64 digits: the same for the same policy, in whatever order its fields were written. */
export function policyDigest(policy: Policy): string {
  const fields = Object.entries(policy).sort(([a], [b]) => (a < b ? -1 : 1));
  return `sha256:${createHash('sha256').update(JSON.stringify(fields)).digest('hex')}`;
}
