import { existsSync } from 'node:fs';
import type { Policy } from '../../../core/model.ts';
import { wantedPlace } from '../../../store/audit/destination.ts';
import { auditFolder } from '../../../store/audit/log-folder.ts';
import { lastMissed, type Missed } from '../../../store/audit/missed.ts';
import { logState, type LogState } from '../../../store/audit/state.ts';
import type { Context } from '../../context.ts';

/** The audit log of this account. */
export interface AuditFound {
  readonly folder: string;
  /** Absent where nothing was written yet. */
  readonly log?: LogState;
  /** Where the policy wants it to be shipped. */
  readonly to?: string;
  /** The newest request, where it is not in the log that the policy wants. */
  readonly missed?: Missed;
}

/** Undefined where no policy wants a log and there is none. */
export function auditFound(
  { machine: { places } }: Pick<Context, 'machine'>,
  policy: Policy,
): AuditFound | undefined {
  const { audit = 'off', log: how } = policy;
  const folder = auditFolder(places, how?.algorithm);
  if (audit === 'off' && !existsSync(folder)) return undefined;
  const log = logState(folder, how?.checkpoints);
  const to = wantedPlace(policy);
  const missed = audit === 'off' ? undefined : lastMissed(places);
  return {
    folder,
    ...(log ? { log } : {}),
    ...(to === undefined ? {} : { to }),
    ...(missed ? { missed } : {}),
  };
}

/** As JSON: `log` and `missed` where there are such. */
export const plainAudit = ({ log, missed }: AuditFound) => ({
  ...(log ? { log: { ...log, spools: [...log.spools] } } : {}),
  ...(missed ? { missed } : {}),
});
