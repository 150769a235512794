import type { Preset } from './preset.ts';

/** The usual values, written out: a person at home decides, and nothing is demanded. */
export const home: Preset = {
  times: { timeoutMs: 10_000, graceMs: 1_000, settleMs: 500, purgeSettleMs: 10_000 },
  force: 'allow',
  hold: false,
  keep: { residueHours: 72 },
  audit: 'off',
  evidence: 'off',
  doubts: 'usual',
  secondLook: false,
};
