import { createDeeplink } from '@raycast/utils';
import type { Client } from '@shared/core/client.ts';
import type { CommandName } from './commands.ts';

/**
 * The address that starts a command for one client: one of the catalogue is in the command's list, one's own is
 * written. Undefined where this launcher cannot say whose extension it runs, so that there is no address.
 */
export function linkTo(
  command: CommandName,
  { id, origin }: Pick<Client, 'id' | 'origin'>,
): string | undefined {
  try {
    return createDeeplink({
      command,
      arguments: origin === 'catalogue' ? { client: id } : { own: id },
    });
  } catch {
    return undefined;
  }
}
