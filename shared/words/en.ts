import type { Language } from '../core/language.ts';
import { accounts } from './en/accounts.ts';
import { checkAdvice } from './en/check-advice.ts';
import { checkDetail } from './en/check-detail.ts';
import { checks } from './en/checks.ts';
import { clients } from './en/clients.ts';
import { commander } from './en/commander.ts';
import { completion } from './en/completion.ts';
import { doctor } from './en/doctor.ts';
import { doubts } from './en/doubts.ts';
import { help } from './en/help.ts';
import { hint } from './en/hint.ts';
import { log } from './en/log.ts';
import { places } from './en/places.ts';
import { practice } from './en/practice.ts';
import { problem } from './en/problem.ts';
import { progress } from './en/progress.ts';
import { purge } from './en/purge.ts';
import { methods, reasons } from './en/reasons.ts';
import { receipt } from './en/receipt.ts';
import { refusals } from './en/refusals.ts';
import { remaining } from './en/remaining.ts';
import { restore } from './en/restore.ts';
import { state } from './en/state.ts';
import { systemNote } from './en/system-note.ts';
import { terms } from './en/terms.ts';
import { tour } from './en/tour.ts';
import { typed } from './en/typed.ts';
import { usage } from './en/usage.ts';
import { user } from './en/user.ts';

/** Every English sentence of the command line; Raycast says them too. */
export const en = {
  lang: 'en' as Language,
  ...terms,
  refusal: refusals,
  why: reasons,
  method: methods,
  check: checks,
  checkAdvice,
  checkDetail,
  systemNote,
  receipt,
  hint,
  remaining,
  problem,
  progress,
  purge,
  restore,
  accounts,
  clients,
  completion,
  doubts,
  places,
  doctor,
  log,
  state,
  typed,
  usage,
  commander,
  user,
  practice,
  help,
  tour,
};

/** All sentences of one language. One that a language lacks, or that takes other values, does not compile. */
export type Words = typeof en;
