import type { Preset } from './preset.ts';

/** A shared desk in a ward: the client leaves when the desk is left, and what it cached of patients goes at once. */
export const medical: Preset = {
  force: 'allow',
  hold: false,
  demand: {
    force: ['presence'],
    purge: { person: ['presence'] },
    reset: ['presence', 'code'],
    restore: ['presence', 'code'],
    postpone: ['presence'],
  },
  when: [{ idleMinutes: 10 }, { on: 'lock' }, { on: 'log-off' }],
  keep: { residueHours: 0, logDays: 184 },
  audit: 'on',
  wipe: ['cache', 'leftover'],
  evidence: 'off',
  doubts: 'usual',
  secondLook: true,
};
