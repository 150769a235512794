import { createHash } from 'node:crypto';
import type { Policy } from '../core/model.ts';

/** `sha256:` and 64 digits: the same for the same policy, in whatever order its fields, and those within them, were written. */
export function policyDigest(policy: Policy): string {
  const text = JSON.stringify(sorted(policy), (_, value: unknown) =>
    isFields(value) ? Object.fromEntries(sorted(value)) : value,
  );
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
