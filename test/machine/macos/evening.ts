import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { newHome, type Home } from '../../cli/home.ts';
import { CACHE } from './evenings.ts';
import type { World } from './double/world.ts';

const PRELOAD = pathToFileURL(path.resolve('test/machine/macos/double/preload.mjs')).href;
const QUICK = { schema: 'clean-exit/policy/1', timeoutMs: 300, graceMs: 50, purgeSettleMs: 10 };

/** A home in which the built products take this computer for a Mac with this world. */
export interface MacHome extends Home {
  /** One file of WeChat's cache. */
  readonly log: string;
  readonly world: () => World;
  readonly enter: (world: World) => void;
}

export function macHome(world: World): MacHome {
  const at = { CLEAN_EXIT_TEST_WORLD: '', NODE_OPTIONS: `--import=${PRELOAD}` };
  const home = newHome(at);
  const file = path.join(home.folder, 'world.json');
  home.env['CLEAN_EXIT_TEST_WORLD'] = file;
  const config = path.join(home.folder, 'Library/Application Support/clean-exit');
  mkdirSync(config, { recursive: true });
  writeFileSync(path.join(config, 'policy.json'), JSON.stringify(QUICK));
  const log = path.join(home.folder, CACHE);
  const enter = (now: World): void => {
    writeFileSync(`${file}.new`, JSON.stringify(now).replace('{home}', home.folder));
    renameSync(`${file}.new`, file);
    mkdirSync(path.dirname(log), { recursive: true });
    writeFileSync(log, 'x'.repeat(10_000));
  };
  enter(world);
  return { ...home, log, enter, world: () => JSON.parse(readFileSync(file, 'utf8')) as World };
}

export const pidsOf = (world: World): readonly number[] => world.processes.map(({ pid }) => pid);
