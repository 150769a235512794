// What a build makes, and whether it is older than its sources.
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CORE = ['shared', 'package.json', 'scripts/build.mjs', 'scripts/libraries.mjs'];
const PLUGIN = [...CORE, 'streamdeck', 'scripts/build-streamdeck.mjs'];

/** Each product: a file by which it is known, and its sources. */
export const PRODUCTS = {
  'clean-exit': { made: 'clean-exit.cjs', from: [...CORE, 'bin'] },
  practice: { made: 'practice.mjs', from: CORE },
  plugin: { made: 'org.clean-exit.keys.sdPlugin/bin/deck.cjs', from: PLUGIN },
  streamdeck: { made: 'org.clean-exit.keys.sdPlugin/bin/node_modules', from: PLUGIN },
  desk: { made: 'deck.mjs', from: [...CORE, 'streamdeck', 'scripts/build-desk.mjs'] },
  raycast: {
    made: 'raycast/package.json',
    from: [
      ...CORE,
      // Raycast's tool itself writes raycast-env.d.ts.
      ...['src', 'assets', 'package.json', 'package-lock.json'].map((name) => `raycast/${name}`),
      ...['test/raycast/machine.ts', 'scripts/build-raycast.mjs', 'scripts/raycast-sources.mjs'],
    ],
  },
};

const stamp = (top, name) => path.join(top, 'dist/.made', name);

/** A product is dated by when its build began: what was written meanwhile may not be in it. */
export function markMade(top, name, began) {
  mkdirSync(path.dirname(stamp(top, name)), { recursive: true });
  writeFileSync(stamp(top, name), '');
  utimesSync(stamp(top, name), began, began);
}

export function isMade(top, name) {
  const { made, from } = PRODUCTS[name];
  if (!existsSync(path.join(top, 'dist', made)) || !existsSync(stamp(top, name))) return false;
  const time = statSync(stamp(top, name)).mtimeMs;
  return from.every((one) => newest(path.join(top, one)) <= time);
}

/** When a file, or anything below a folder, was last written; packages are known by their lockfiles. */
export function newest(file) {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(file);
  const own = names.filter((name) => name !== 'node_modules');
  // A folder is as old as its last file that came or went, unless that were packages.
  const since = own.length === names.length ? stats.mtimeMs : 0;
  return own.reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), since);
}
