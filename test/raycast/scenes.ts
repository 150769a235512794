import { enter } from '../../shared/machine/simulated/behaviours.ts';
import { launch } from './host/launch.ts';
import type { Running } from './host/running.ts';
import type { Node } from './host/tree.ts';
import { World } from './host/world.ts';
import { bring, BUILT, simulatedIn } from './machines.ts';

/** What a picture shows: a tree, and which row is selected. */
export interface Scene {
  readonly kind: 'list' | 'menu';
  readonly view: Node;
  readonly command: string;
  readonly selected: string;
}

const BASE = '/Users/ming/Library/Containers/com.tencent.xinWeChat/Data/Documents';
const FILES = [
  ['app_data/log', 'cache', 412_000_000],
  ['xwechat_files/wxid_ming/temp', 'cache', 760_000_000],
  ['app_data/radium/web/profiles/multitab/Cache', 're-download', 318_000_000],
  ['xwechat_files/wxid_ming/msg/file/2026-10', 'your-files', 1_940_000_000],
] as const;

/** An evening on a Mac, after an exit of this afternoon: WeChat is here again, and QQ left a helper. */
async function desk(folder: string): Promise<void> {
  const { world, machine, come } = simulatedIn(folder, 'macos', 'polite');
  world.now = Date.UTC(2026, 10, 24, 15, 12);
  bring(machine);
  const files = (client: string) =>
    FILES.map(([name, tier, bytes]) => ({ path: `${BASE}/${name}`, client, tier, bytes }));
  for (const command of ['hide', 'safe-exit']) await start(command, 'wechat').ended;
  world.now = Date.UTC(2026, 10, 24, 20, 41);
  come(1_204);
  enter(world, {
    ...{ temper: 'polite', pid: 2_200, helpers: 1 },
    rootExe: '/Applications/QQ.app/Contents/MacOS/QQ',
    helperExe: '/Applications/QQ.app/Contents/Frameworks/QQ Helper.app/Contents/MacOS/QQ Helper',
  });
  world.actors = world.actors.filter(({ process }) => process.pid !== 2_200);
  world.files = files('wechat');
}

const raycast = new World();
const start = (command: string, client?: string): Running =>
  launch({
    ...{ folder: BUILT, command, world: raycast },
    arguments: client === undefined ? {} : { client },
  });

/** The pictures of the store, from the component trees of the built commands; receipts go into this folder. */
export async function scenes(folder: string): Promise<readonly Scene[]> {
  await desk(folder);
  const status = start('exit-status');
  await status.until('the accounts', () => /Accounts \| none/.test(status.text()));
  const purge = start('purge-cache', 'wechat');
  await purge.until('it is done', () => purge.all('List')[0]?.props['isLoading'] === false);
  const menu = start('menu-bar');
  await menu.until(
    'it has looked',
    () => menu.all('MenuBarExtra')[0]?.props['isLoading'] === false,
  );
  const log = start('exit-log');
  await log.until('a row', () => log.all('List.Item').length > 0);
  return [
    { kind: 'list', view: status.view, command: 'Exit Status of Chat Apps', selected: 'WeChat' },
    { kind: 'list', view: purge.view, command: 'Purge Chat App Cache', selected: 'Cache' },
    { kind: 'menu', view: menu.view, command: 'Chat Apps in Menu Bar', selected: '' },
    { kind: 'list', view: log.view, command: 'Exit Log of Chat Apps', selected: 'WeChat' },
  ];
}
