import type { Policy } from '../../shared/core/model.ts';

/** As the command line has it without a policy file. */
export const POLICY: Policy = {
  timeoutMs: 10_000,
  graceMs: 1_000,
  settleMs: 500,
  purgeSettleMs: 10_000,
  hold: false,
  force: 'allow',
};
