import type { Preset } from './preset.ts';

/**
 * GB/T 22239-2019 level 3: exit on timeout 8.1.4.1 b, two factors 8.1.4.1 d, audit 8.1.4.3, residual data cleared
 * 8.1.4.10, approval first 8.1.10. Logs of at least six months: Cybersecurity Law, article 23.
 */
export const government: Preset = {
  force: 'never',
  hold: false,
  demand: {
    force: ['presence', 'code'],
    purge: { person: ['presence', 'code'], order: ['two-persons'] },
    reset: ['two-persons'],
    restore: ['presence', 'code'],
    wipe: { person: ['presence', 'code'] },
    postpone: ['presence', 'code'],
  },
  when: [
    { at: '18:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    { idleMinutes: 10 },
    ...[{ on: 'lock' } as const, { on: 'sleep' } as const, { on: 'log-off' } as const],
  ],
  keep: { residueHours: 0, logDays: 365 },
  audit: 'required',
  wipe: ['cache', 'leftover'],
  evidence: 'off',
  doubts: 'strict',
  secondLook: true,
};
