import type { Words } from './en.ts';
import { accounts } from './zh/accounts.ts';
import { reset } from './zh/reset.ts';
import { checkAdvice } from './zh/check-advice.ts';
import { checkDetail } from './zh/check-detail.ts';
import { checks } from './zh/checks.ts';
import { clients } from './zh/clients.ts';
import { commander } from './zh/commander.ts';
import { completion } from './zh/completion.ts';
import { doctor } from './zh/doctor.ts';
import { doubts } from './zh/doubts.ts';
import { evidence } from './zh/evidence.ts';
import { help } from './zh/help.ts';
import { hint } from './zh/hint.ts';
import { log } from './zh/log.ts';
import { manual } from './zh/manual.ts';
import { order } from './zh/order.ts';
import { orderRefusals } from './zh/order-refusals.ts';
import { places } from './zh/places.ts';
import { policy } from './zh/policy.ts';
import { practice } from './zh/practice.ts';
import { problem } from './zh/problem.ts';
import { progress } from './zh/progress.ts';
import { purge } from './zh/purge.ts';
import { methods, reasons } from './zh/reasons.ts';
import { receipt } from './zh/receipt.ts';
import { refusals } from './zh/refusals.ts';
import { remaining } from './zh/remaining.ts';
import { code } from './zh/code.ts';
import { tryPresence } from './zh/try-presence.ts';
import { proofs } from './zh/proofs.ts';
import { restore } from './zh/restore.ts';
import { state } from './zh/state.ts';
import { systemNote } from './zh/system-note.ts';
import { terms } from './zh/terms.ts';
import { tour } from './zh/tour.ts';
import { typed } from './zh/typed.ts';
import { uninstall } from './zh/uninstall.ts';
import { usage } from './zh/usage.ts';
import { user } from './zh/user.ts';
import { auditKeep } from './zh/audit-keep.ts';
import { auditReport } from './zh/audit-report.ts';
import { auditShip } from './zh/audit-ship.ts';
import { auditVerify } from './zh/audit-verify.ts';
import { volume } from './zh/volume.ts';
import { watch } from './zh/watch.ts';
import { wipe } from './zh/wipe.ts';

/** Every Chinese sentence of the command line; Raycast says none of them. */
export const zh: Words = {
  lang: 'zh',
  ...terms,
  refusal: { ...refusals, ...orderRefusals },
  order,
  volume,
  auditKeep,
  auditReport,
  auditShip,
  auditVerify,
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
  doubts,
  places,
  policy,
  doctor,
  log,
  manual,
  state,
  typed,
  uninstall,
  usage,
  commander,
  user,
  watch,
  practice,
  help,
  tour,
};
