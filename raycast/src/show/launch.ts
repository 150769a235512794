import { LaunchType, launchCommand } from '@raycast/api';
import { Fault } from '../requests/fault.ts';
import { COMMANDS, type CommandName } from './commands.ts';
import { ifThere } from './lacking.ts';

/**
 * Starts another command of ours, for one client where it is named: as written, for it may be the person's own
 * and not in the list. Rejects where that is switched off, also where the host throws before it answers with a
 * promise, and where the launcher cannot start commands.
 */
export const launch = (name: CommandName, client?: string, context?: object): Promise<void> =>
  ifThere(
    typeof launchCommand === 'function'
      ? async () =>
          launchCommand({
            name,
            type: LaunchType.UserInitiated,
            ...(client === undefined ? {} : { arguments: { own: client } }),
            ...(context === undefined ? {} : { context: { ...context } }),
          })
      : undefined,
    new Fault('This Launcher Starts No Commands', `Start “${COMMANDS[name]}” in it yourself.`),
  );
