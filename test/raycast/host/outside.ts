import type { Quicklink } from './actions.ts';
import type { Launched, World } from './world.ts';

/** The arguments of every command of the extension, by its name. */
export type Commands = ReadonlyMap<string, ReadonlySet<string>>;

/** What a command does to the world around it; nothing of it really happens. */
export function outsideOf(world: World, commands: Commands) {
  const trash = async (paths: string | readonly string[]): Promise<void> => {
    const all = [paths].flat();
    await world.trash(all);
    world.say({ trashed: all });
  };
  const copy = (text: string): void => {
    world.clipboard = text;
    world.say({ copied: text });
  };
  return {
    open: async (target: string) => world.say({ opened: target }),
    createQuicklink: async (quicklink: Quicklink) => world.say({ quicklink }),
    showInFinder: async (path: string) => world.say({ shown: path }),
    trash,
    // "If the command does not exist, or if it's not enabled, an error will be thrown" (its typings): whether
    // before or after the promise is not said, so the harder way is assumed.
    launchCommand: (launched: Launched): Promise<void> => {
      refuseUnknown(launched, commands);
      if (world.off.has(launched.name)) throw new Error(`command ${launched.name} is not enabled`);
      world.say({ launched: launched.name, arguments: launched.arguments ?? {} });
      return Promise.resolve(world.onLaunch(launched));
    },
    closeMainWindow: async () => world.say({ hidden: 'window' }),
    popToRoot: async () => world.say({ hidden: 'view' }),
    updateCommandMetadata: async ({ subtitle = null }: { subtitle?: string | null }) =>
      world.say({ subtitle }),
    openExtensionPreferences: async () => world.say({ opened: 'extension preferences' }),
    openCommandPreferences: async () => world.say({ opened: 'command preferences' }),
    Clipboard: {
      copy: async (text: string) => copy(text),
      clear: async () => void (world.clipboard = ''),
      readText: async () => world.clipboard || undefined,
    },
  };
}

/** A command that is not in the manifest is an error in Raycast; an argument that is not would be lost there. */
function refuseUnknown({ name, extensionName, ...given }: Launched, commands: Commands): void {
  if (extensionName !== undefined) return;
  const known = commands.get(name);
  if (!known) throw new Error(`the manifest has no command ${name}`);
  const unknown = Object.keys(given.arguments ?? {}).filter((key) => !known.has(key));
  if (unknown.length > 0) throw new Error(`${name} has no argument ${unknown.join(', ')}`);
}
