import { useContext } from 'react';
import { components, NavigationContext } from './components.ts';
import { Toast, type ToastOptions } from './toast.ts';
import { commonShortcuts, enumOf, strict } from './typings.ts';
import type { Alert, Launched, World } from './world.ts';

export type Mode = 'view' | 'no-view' | 'menu-bar';

/** What a command is launched with. */
export interface Surroundings {
  readonly world: World;
  readonly mode: Mode;
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, unknown>>;
  readonly onToast: (toast: Toast) => void;
}

/** `@raycast/api` as a command sees it; whatever it does not know is an error. */
export function apiFor({ world, mode, preferences, environment, onToast }: Surroundings): object {
  const needsWindow = (what: string): void => {
    if (mode === 'menu-bar') throw new Error(`${what} cannot be used in a menu bar`);
  };
  const open = async (target: string): Promise<void> => world.say({ opened: target });
  const showInFinder = async (path: string): Promise<void> => world.say({ shown: path });

  class ToastHere extends Toast {
    constructor(options: ToastOptions) {
      super(world, options);
    }
  }

  return strict('@raycast/api', {
    ...components({ open, showInFinder, copy: (text) => world.say({ copied: text }) }),
    ...{ Icon: enumOf('Icon'), Color: enumOf('Color'), LaunchType: enumOf('LaunchType') },
    PopToRootType: enumOf('PopToRootType'),
    Keyboard: { Shortcut: { Common: commonShortcuts() } },
    Alert: { ActionStyle: { Default: 'default', Cancel: 'cancel', Destructive: 'destructive' } },
    Toast: ToastHere,
    environment,
    getPreferenceValues: () => preferences,
    useNavigation: () => useContext(NavigationContext),
    showToast: async (options: ToastOptions) => {
      needsWindow('showToast');
      const toast = new ToastHere(options);
      onToast(toast);
      await toast.show();
      return toast;
    },
    showHUD: async (title: string) => world.say({ hud: title }),
    confirmAlert: async (alert: Alert) => {
      needsWindow('confirmAlert');
      const answer = await world.answer(alert);
      world.say({ alert, answer });
      return answer;
    },
    launchCommand: async (launched: Launched) => {
      if (world.off.has(launched.name)) throw new Error(`command ${launched.name} is not enabled`);
      world.say({ launched: launched.name, arguments: launched.arguments ?? {} });
      await world.onLaunch(launched);
    },
    open,
    showInFinder,
    closeMainWindow: async () => world.say({ hidden: 'window' }),
    updateCommandMetadata: async ({ subtitle = null }: { subtitle?: string | null }) =>
      world.say({ subtitle }),
    Cache: cacheOf(world),
    LocalStorage: {
      getItem: async (key: string) => world.storage.get(key),
      setItem: async (key: string, value: unknown) => void world.storage.set(key, value),
      removeItem: async (key: string) => void world.storage.delete(key),
    },
  });
}

/** Caches that are there again at the next launch. */
function cacheOf(world: World) {
  return class {
    readonly #kept: Map<string, string>;

    constructor({ namespace = '' }: { namespace?: string } = {}) {
      this.#kept = world.caches.get(namespace) ?? new Map<string, string>();
      world.caches.set(namespace, this.#kept);
    }
    get = (key: string): string | undefined => this.#kept.get(key);
    has = (key: string): boolean => this.#kept.has(key);
    set = (key: string, value: string): void => void this.#kept.set(key, value);
    remove = (key: string): boolean => this.#kept.delete(key);
    clear = (): void => this.#kept.clear();
  };
}
