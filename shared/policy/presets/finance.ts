import type { Preset } from './preset.ts';

/**
 * A desk at which messages of customers have to be kept: nothing is removed at all. Exit on timeout: GB/T 22239-2019
 * 8.1.4.1 b; two factors, one of them cryptographic: 8.1.4.1 d; audit: 8.1.4.3.
 */
export const finance: Preset = {
  force: 'never',
  hold: true,
  demand: {
    force: ['presence', 'code'],
    purge: ['presence', 'code'],
    reset: ['presence', 'code'],
    restore: ['presence', 'code'],
    postpone: ['presence', 'code'],
  },
  when: [
    { at: '18:30', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    { idleMinutes: 30 },
    ...[{ on: 'lock' } as const, { on: 'log-off' } as const],
  ],
  keep: { logDays: 1_825 },
  audit: 'required',
  evidence: 'off',
  doubts: 'strict',
  secondLook: true,
};
