import type { Preset } from './preset.ts';

/** A desk in an office: an exit at the end of the day and on lock, and a question before what cannot be taken back. */
export const office: Preset = {
  force: 'allow',
  hold: false,
  demand: { force: { person: ['confirm'] }, purge: { person: ['confirm'] }, reset: ['confirm'] },
  when: [{ at: '18:30', days: ['mon', 'tue', 'wed', 'thu', 'fri'] }, { on: 'log-off' }],
  keep: { residueHours: 72, logDays: 184 },
  audit: 'on',
  evidence: 'off',
  doubts: 'usual',
  secondLook: true,
};
