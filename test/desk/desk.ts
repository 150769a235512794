import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startBus, untilOwned, type Bus } from './bus.ts';
import { startChild, type Child } from './child.ts';
import { programs } from './missing.ts';
import { startScreen, type Screen } from './screen.ts';

export interface DeskOptions {
  /** A virtual screen; `locked` asks for the cookie in XAUTHORITY. */
  readonly screen?: boolean | 'locked';
  /** A real watcher for tray icons. */
  readonly watcher?: boolean;
}

/** A desktop of our own: a bus, and where asked a screen and a watcher. Nothing of it outlives `end`. */
export interface Desk {
  /** What a program on this desk sees: nothing of the session in which the tests run. */
  readonly env: NodeJS.ProcessEnv;
  /** The daemon of the bus, to be ended in the middle. */
  readonly bus: Child;
  /** The X server, where there is one. */
  readonly server?: Child;
  /** Starts a program here. */
  start(file: string, args?: readonly string[], env?: NodeJS.ProcessEnv): Promise<Child>;
  /** Ends the watcher and waits until the bus knows it. */
  endWatcher(): Promise<void>;
  end(): Promise<void>;
}

const WATCHER = 'org.kde.StatusNotifierWatcher';

export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-desk-'));
  const children: Child[] = [];
  const env = environment(folder);
  const end = async (): Promise<void> => {
    // The last one first: a program that loses its screen or its bus would complain.
    for (const child of children.splice(0).reverse()) await child.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const bus: Bus = await startBus(folder, env);
    children.push(bus.daemon);
    env['DBUS_SESSION_BUS_ADDRESS'] = bus.address;
    let screen: Screen | undefined;
    if (options.screen) {
      screen = await startScreen(folder, env, options.screen === 'locked');
      children.push(screen.server);
      env['DISPLAY'] = screen.display;
      if (screen.authority !== undefined) env['XAUTHORITY'] = screen.authority;
    }
    let watcher: Child | undefined;
    if (options.watcher) {
      watcher = await startChild(programs.watcher.file, [], { env });
      children.push(watcher);
      await untilOwned(bus.address, WATCHER);
    }
    return {
      env,
      bus: bus.daemon,
      ...(screen === undefined ? {} : { server: screen.server }),
      start: async (file, args = [], more = {}) => {
        const child = await startChild(file, args, { env: { ...env, ...more } });
        children.push(child);
        return child;
      },
      endWatcher: async () => {
        await watcher?.end();
        await untilOwned(bus.address, WATCHER, false);
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** A home without a past, and no word of the real session, so that a test never touches it. */
function environment(folder: string): NodeJS.ProcessEnv {
  const within = (name: string): string => {
    const made = path.join(folder, name);
    mkdirSync(made, { recursive: true, mode: 0o700 });
    return made;
  };
  return {
    PATH: process.env['PATH'],
    LANG: 'C.UTF-8',
    HOME: within('home'),
    XDG_RUNTIME_DIR: within('runtime'),
    XDG_CONFIG_HOME: within('home/.config'),
    XDG_DATA_HOME: within('home/.local/share'),
    XDG_STATE_HOME: within('home/.local/state'),
    XDG_CACHE_HOME: within('home/.cache'),
    QT_QPA_PLATFORM: 'xcb',
    GDK_BACKEND: 'x11',
    // These would start services of their own, or ask the real session.
    NO_AT_BRIDGE: '1',
    GTK_A11Y: 'none',
    GIO_USE_VFS: 'local',
    GSETTINGS_BACKEND: 'memory',
  };
}
