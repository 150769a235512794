import type { Policy } from '../core/model.ts';

/** Without a policy file: ten seconds of patience, one second for helpers (rule R3), R6 before a purge. */
export const POLICY: Policy = {
  timeoutMs: 10_000,
  graceMs: 1_000,
  settleMs: 500,
  purgeSettleMs: 10_000,
  hold: false,
  force: 'allow',
};
