import type { Policy } from '../core/model.ts';
import type { Places } from '../core/paths.ts';
import { auditFolder } from './audit/log-folder.ts';
import type { LogSettings } from './audit/log-settings.ts';
import type { OwnAuditLog } from './audit/open.ts';

/** Opens the log that a policy wants, once for each way of it. */
export function auditLogs(places: Places): (policy: Policy) => Promise<OwnAuditLog> {
  const open = new Map<string, Promise<OwnAuditLog>>();
  return ({ log = {}, logDays }) => {
    const settings = { ...log, ...(logDays === undefined ? {} : { keepDays: logDays }) };
    const key = JSON.stringify(settings);
    const one = open.get(key) ?? opened(places, settings, log.ship?.to);
    open.set(key, one);
    return one;
  };
}

async function opened(places: Places, settings: LogSettings, to?: string): Promise<OwnAuditLog> {
  const { openAuditLog } = await import('./audit/open.ts');
  const folder = auditFolder(places, settings.algorithm);
  if (to === undefined) return openAuditLog({ folder, settings });
  const { unshippedFrom } = await import('./audit/spool.ts');
  return openAuditLog({ folder, settings, unshipped: () => unshippedFrom(folder, to) });
}
