import { LaunchType, launchCommand } from '@raycast/api';

/** Starts another command of ours, for one client where it is named; rejects where that is switched off. */
export const launch = (name: string, client?: string): Promise<void> =>
  launchCommand({
    name,
    type: LaunchType.UserInitiated,
    ...(client === undefined ? {} : { arguments: { client } }),
  });
