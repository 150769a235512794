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
    const key = JSON.stringify([settings, policy.log?.ship?.to]);
    const log = open.get(key) ?? opened(places, settings, policy.log?.ship?.to);
    open.set(key, log);
    return log;
  };
}

async function opened(places: Places, settings: LogSettings, to?: string): Promise<OwnAuditLog> {
  const { openAuditLog } = await import('./audit/open.ts');
  const folder = auditFolder(places, settings.algorithm);
  if (to === undefined) return openAuditLog({ folder, settings });
  const { unshippedFrom } = await import('./audit/spool.ts');
  return openAuditLog({ folder, settings, unshipped: () => unshippedFrom(folder, to) });
}
