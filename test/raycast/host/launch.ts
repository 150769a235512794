import path from 'node:path';
import { createElement, type ReactElement } from 'react';
import { apiFor, type Surroundings } from './api.ts';
import { environmentOf } from './environment.ts';
import { load, type Exported } from './load.ts';
import { describe, refuseUnknown, refuseUnoffered, type Platform } from './manifest.ts';
import { Pages, type Navigation } from './navigation.ts';
import { renderer } from './renderer.ts';
import { Running } from './running.ts';
import { World } from './world.ts';

export interface Given {
  /** Built commands, with the manifest beside them. */
  readonly folder: string;
  readonly command: string;
  readonly arguments?: Readonly<Record<string, string>>;
  readonly launchType?: 'userInitiated' | 'background';
  /** What another command gave along. */
  readonly context?: object;
  readonly platform?: Platform;
  readonly world?: World;
}

/** Starts a built command. A no-view one has ended when `ended` resolves; a view stays until it is stopped. */
export function launch({ folder, command, world = new World(), ...given }: Given): Running {
  const described = describe(folder, command, world.settings, given.platform);
  const { mode, extension, owner } = described;
  const args = given.arguments ?? {};
  refuseUnknown(described.arguments, args, `${command} has no argument`);
  refuseUnoffered(described.arguments, args);
  const missing = described.arguments.find(({ name, required }) => required && !(name in args));
  if (missing) throw new Error(`${command} needs the argument ${missing.name}`);
  const launchType = given.launchType ?? 'userInitiated';
  const running = new Running(world);
  const surroundings: Surroundings = {
    ...{ ...described, world, launchType },
    environment: environmentOf(world, { folder, extension, owner, command, mode, launchType }),
    onToast: (toast) => void running.toasts.push(toast),
    formValues: running.formValues,
  };
  const { default: main } = load(path.join(folder, `${command}.js`), apiFor(surroundings));
  const props = { arguments: args, launchType, launchContext: given.context };
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
  const first = createElement(main as (props: object) => ReactElement, props);
  const onReady = (navigation: Navigation): void => void (running.navigation = navigation);
  running.root = root;
  running.unmount = () => render(null);
  render(createElement(Pages, { first, onReady }));
}

/** An AI tool: what it asks before, and what it does. It sees the settings of the extension, not those of commands. */
export function tool(folder: string, name: string, world = new World()) {
  const described = describe(folder, undefined, world.settings);
  const { mode, extension, owner } = described;
  const launchType = 'userInitiated';
  const api = apiFor({
    ...{ ...described, world, launchType },
    environment: environmentOf(world, {
      folder,
      extension,
      owner,
      command: name,
      mode,
      launchType,
    }),
    onToast: () => undefined,
    formValues: () => ({}),
  });
  const made = load(path.join(folder, 'tools', `${name}.js`), api);
  return {
    confirm: async (input: object): Promise<unknown> => made.confirmation?.(input),
    run: async (input: object): Promise<unknown> => made.default(input),
  };
}
