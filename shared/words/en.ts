import { accounts } from './en/accounts.ts';
import { reset } from './en/reset.ts';
import { checkAdvice } from './en/check-advice.ts';
import { checkDetail } from './en/check-detail.ts';
import { clients } from './en/clients.ts';
import { commander } from './en/commander.ts';
import { completion } from './en/completion.ts';
import { doctor } from './en/doctor.ts';
import { evidence } from './en/evidence.ts';
import { help } from './en/help.ts';
import { hint } from './en/hint.ts';
import { manual } from './en/manual.ts';
import { order } from './en/order.ts';
import { orderRefusals } from './en/order-refusals.ts';
import { places } from './en/places.ts';
import { policy } from './en/policy.ts';
import { practice } from './en/practice.ts';
import { code } from './en/code.ts';
import { tryPresence } from './en/try-presence.ts';
import { proofs } from './en/proofs.ts';
import { restore } from './en/restore.ts';
import { systemNote } from './en/system-note.ts';
import { tour } from './en/tour.ts';
import { typed } from './en/typed.ts';
import { uninstall } from './en/uninstall.ts';
import { user } from './en/user.ts';
import { auditKeep } from './en/audit-keep.ts';
import { auditReport } from './en/audit-report.ts';
import { auditShip } from './en/audit-ship.ts';
import { auditVerify } from './en/audit-verify.ts';
import { volume } from './en/volume.ts';
import { watch } from './en/watch.ts';
import { wipe } from './en/wipe.ts';
import { surfaceEn } from './surface-en.ts';

/** Every English sentence of the command line. */
export const en = {
  ...surfaceEn,
  refusal: { ...surfaceEn.refusal, ...orderRefusals },
  order,
  volume,
  auditKeep,
  auditReport,
  auditShip,
  auditVerify,
  checkAdvice,
  checkDetail,
  systemNote,
  hint,
  code,
  tryPresence,
  proofs,
  restore,
  reset,
  evidence,
  wipe,
  accounts,
  clients,
  completion,
  places,
  policy,
  doctor,
  manual,
  typed,
  uninstall,
  commander,
  user,
  watch,
  practice,
  help,
  tour,
};

/** All sentences of one language. One that a language lacks, or that takes other values, does not compile. */
export type Words = typeof en;
