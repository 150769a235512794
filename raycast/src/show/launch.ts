import { LaunchType, launchCommand } from '@raycast/api';

/**
 * Starts another command of ours, for one client where it is named. Rejects where that is switched off, also
 * where the host throws before it answers with a promise.
 */
export const launch = async (name: string, client?: string): Promise<void> =>
  launchCommand({
    name,
    type: LaunchType.UserInitiated,
    ...(client === undefined ? {} : { arguments: { client } }),
  });
