import type { Why } from './known.ts';

/** Why a step came to what it came to; stable codes to branch on. */
export type ReasonCode =
  | Why['code']
  | 'blind' // nothing could be seen, so nothing was done
  | 'cancelled' // the person called it off
  | 'declined' // the person said no to a list
  | 'force-not-allowed' // the policy forbids it
  | 'may-restart' // what still runs can start it again; the detail names it
  | 'menu-not-understood' // no entry of its menu is known to quit it; the detail names those seen
  | 'nobody-asked' // nothing was reached, so nothing is waited for
  | 'respawned' // it came back
  | 'root-still-there' // helpers are left as long as a root lives
  | 'started-meanwhile' // the person did not see it
  | 'still-there' // the time was over
  | 'unknown-place' // it runs at a place that settles nothing
  | 'set-aside' // so many files and folders
  | 'to-trash' // so many files went there
  | 'for-good' // so many files were erased
  | RestoreCode;

/** Why a thing was not put back as it went; see `Restored` of the port. */
export type RestoreCode =
  | 'altered'
  | 'already-back'
  | 'behind-link'
  | 'changed'
  | 'no-folder'
  | 'not-in-trash'
  | 'occupied'
  | 'partly'
  | 'restorable'
  | 'restorable-altered'
  | 'restorable-partly'
  | 'restored'
  | 'stopped';

/** A reason as data: a code to branch on, and what the machine said to it. */
export interface Reason {
  readonly code: ReasonCode;
  readonly detail?: string;
}

export const reason = (code: ReasonCode, detail?: string): Reason =>
  detail === undefined ? { code } : { code, detail };

/** Every code, as the schemas publish them; `schema/receipt.ts` does not compile where one is missing. */
export const REASON_CODES = [
  'altered',
  'already-back',
  'behind-link',
  'blind',
  'cancelled',
  'changed',
  'declined',
  'denied',
  'failed',
  'for-good',
  'force-not-allowed',
  'may-restart',
  'menu-not-understood',
  'no-folder',
  'nobody-asked',
  'not-in-trash',
  'not-looked',
  'not-understood',
  'occupied',
  'partly',
  'respawned',
  'restorable',
  'restorable-altered',
  'restorable-partly',
  'restored',
  'root-still-there',
  'set-aside',
  'started-meanwhile',
  'still-there',
  'stopped',
  'timeout',
  'to-trash',
  'too-many',
  'two-observers',
  'unknown-place',
  'unsupported',
] as const satisfies readonly ReasonCode[];

export const isReasonCode = (text: string): text is ReasonCode =>
  REASON_CODES.some((one) => one === text);
