import { auditFolder } from '../../../store/audit/log-folder.ts';
import type { Context } from '../../context.ts';

/** Where the log is that the policy has written. */
export async function ownFolder({ store, machine }: Context): Promise<string> {
  const { policy } = await store.policy();
  return auditFolder(machine.places, policy.log?.algorithm);
}
