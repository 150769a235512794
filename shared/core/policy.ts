import type { Policy } from './model.ts';

/** What a policy file may say; the rest is as it is without one. */
export type PolicyFile = Partial<Policy>;

/** Ten seconds of patience, one second for helpers (rule R3), R6 before a purge. */
export const DEFAULT_POLICY: Policy = {
  timeoutMs: 10_000,
  graceMs: 1_000,
  settleMs: 500,
  purgeSettleMs: 10_000,
  hold: false,
  force: 'allow',
};

/**
 * One policy of several, the strongest first (who manages the computer, then the person). What forbids
 * is never taken back by another: a hold holds, force that is forbidden once is forbidden, strict is strict.
 */
export const mergedPolicy = (files: readonly PolicyFile[]): Policy => ({
  ...DEFAULT_POLICY,
  ...files.reduceRight<PolicyFile>((weaker, stronger) => ({ ...weaker, ...stronger }), {}),
  hold: files.some((file) => file.hold),
  force: files.some((file) => file.force === 'never') ? 'never' : 'allow',
  ...(files.some((file) => file.doubts === 'strict') ? { doubts: 'strict' as const } : {}),
});
