import path from 'node:path';
import { createElement, useState, type ReactElement } from 'react';
import { apiFor } from './api.ts';
import { NavigationContext } from './components.ts';
import { load, type Exported } from './load.ts';
import { describe } from './manifest.ts';
import { renderer } from './renderer.ts';
import { Running } from './running.ts';
import type { Toast } from './toast.ts';
import { World } from './world.ts';

export interface Given {
  /** Built commands, with the manifest beside them. */
  readonly folder: string;
  readonly command: string;
  readonly arguments?: Readonly<Record<string, string>>;
  readonly launchType?: 'userInitiated' | 'background';
  readonly world?: World;
}

/** Starts a built command. A no-view one has ended when `ended` resolves; a view stays until it is stopped. */
export function launch({ folder, command, world = new World(), ...given }: Given): Running {
  const { mode, preferences } = describe(folder, command, world.settings);
  const launchType = given.launchType ?? 'userInitiated';
  const running = new Running(world);
  const environment = {
    ...{ commandName: command, commandMode: mode, launchType, extensionName: 'clean-exit' },
    ...{ assetsPath: path.join(folder, 'assets'), supportPath: folder, isDevelopment: false },
  };
  const onToast = (toast: Toast): void => void running.toasts.push(toast);
  const api = apiFor({ world, mode, preferences, environment, onToast });
  const { default: main } = load(path.join(folder, `${command}.js`), api);
  const props = { arguments: given.arguments ?? {}, launchType };
  if (mode === 'no-view') running.ended = carryOut(main, props, running);
  else show(main, props, running);
  return running;
}

async function carryOut(main: Exported['default'], props: object, running: Running): Promise<void> {
  try {
    await main(props);
  } catch (error) {
    running.fail(error);
  } finally {
    running.isOver = true;
    running.world.changed();
  }
}

/** Renders the command with pages on top of it, as they are pushed. */
function show(main: Exported['default'], props: object, running: Running): void {
  const { root, render } = renderer(
    () => running.committed(),
    (error) => running.fail(error),
  );
  const Command = main as (props: object) => ReactElement;
  function App(): ReactElement {
    const [pages, setPages] = useState<readonly ReactElement[]>([createElement(Command, props)]);
    const navigation = {
      push: (page: ReactElement) => setPages((before) => [...before, page]),
      pop: () => setPages((before) => before.slice(0, -1)),
    };
    running.navigation = navigation;
    const shown = pages.map((page, at) => createElement('page', { key: at }, page));
    return createElement(NavigationContext.Provider, { value: navigation }, ...shown);
  }
  running.root = root;
  running.unmount = () => render(null);
  render(createElement(App));
}

/** An AI tool: what it asks before, and what it does. */
export function tool(folder: string, name: string, world = new World()) {
  const preferences = describe(folder, 'safe-exit', world.settings).preferences;
  const environment = { commandName: name, commandMode: 'no-view' };
  const api = apiFor({
    world,
    mode: 'no-view',
    preferences,
    environment,
    onToast: () => undefined,
  });
  const made = load(path.join(folder, 'tools', `${name}.js`), api);
  return {
    confirm: async (input: object): Promise<unknown> => made.confirmation?.(input),
    run: async (input: object): Promise<unknown> => made.default(input),
  };
}
