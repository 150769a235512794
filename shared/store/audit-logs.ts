import type { Policy } from '../core/model.ts';
import type { Places } from '../core/paths.ts';
import { auditFolder } from './audit/log-folder.ts';
import type { LogSettings } from './audit/log-settings.ts';
import type { OwnAuditLog } from './audit/open.ts';

/** What a policy says of the log as a whole. */
export const logSettingsOf = ({
  log = {},
  logDays,
}: Pick<Policy, 'log' | 'logDays'>): LogSettings => {
  const { ship, ...said } = log;
  return {
    ...said,
    ...(logDays === undefined ? {} : { keepDays: logDays }),
    ...(ship === undefined ? {} : { ships: true }),
  };
};

/** Opens the log that a policy wants, once for each way of it. */
export function auditLogs(places: Places): (policy: Policy) => Promise<OwnAuditLog> {
  const open = new Map<string, Promise<OwnAuditLog>>();
  return (policy) => {
    const settings = logSettingsOf(policy);
    const key = JSON.stringify(settings);
    const log = open.get(key) ?? opened(places, settings);
    open.set(key, log);
    return log;
  };
}

async function opened(places: Places, settings: LogSettings): Promise<OwnAuditLog> {
  const { openAuditLog } = await import('./audit/open.ts');
  return openAuditLog({ folder: auditFolder(places, settings.algorithm), settings });
}
