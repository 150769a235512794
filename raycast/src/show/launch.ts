import { LaunchType, launchCommand } from '@raycast/api';

/**
 * Starts another command of ours, for one client where it is named: as written, for it may be the person's own
 * and not in the list. Rejects where that is switched off, also
 * where the host throws before it answers with a promise.
 */
export const launch = async (name: string, client?: string): Promise<void> =>
  launchCommand({
    name,
    type: LaunchType.UserInitiated,
    ...(client === undefined ? {} : { arguments: { own: client } }),
  });
