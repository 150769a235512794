// Installs what a lockfile says, where it is not installed yet. Plain Node: nothing else is there before.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { step } from './progress.mjs';
import { words } from './words.mjs';

const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Installs the packages of `folder`; those for development only where `dev` is wanted.
 *
 * @param {string} folder
 * @param {{ dev?: boolean, out?: import('node:tty').WriteStream | null, args?: string[] }} how
 */
export async function install(folder, { dev = true, out, args = [] } = {}) {
  const missing = () => missingIn(folder, dev).length;
  if (existsSync(hiddenLockfile(folder)) && missing() === 0) return;
  const all = wantedIn(folder, dev).length;
  const done = () => `${all - placesMissing(folder, dev)}/${all}`;
  const omit = dev ? [] : ['--omit=dev'];
  await step(words.install(all), () => npm(['ci', ...omit, ...QUIET, ...args], folder), {
    out,
    detail: done,
  });
}

/** Packages for other systems than this one, as their lockfile says: npm asks to be forced to that. */
export const installForeign = (folder) =>
  install(folder, { out: null, args: ['--force', '--ignore-scripts'] });

/** npm as it was started, or the one of the PATH. Rejects with what to do next. */
export function npm(args, cwd) {
  const script = process.env.npm_execpath;
  const [program, ...before] = script ? [process.execPath, script] : ['npm'];
  const child = spawn(program, [...before, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const fail = () => reject(new Error(words.failed(`npm ${args[0]}`, words.network)));
      child.on('error', fail);
      child.on('exit', (code) => (code === 0 ? resolve() : fail()));
    })
  );
}

const hiddenLockfile = (folder) => path.join(folder, 'node_modules/.package-lock.json');
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Optional ones may be for another system; links are our own folders. */
const wantedIn = (folder, dev) =>
  Object.entries(packagesIn(path.join(folder, 'package-lock.json'))).filter(
    ([name, one]) =>
      name.includes('node_modules/') && !one.optional && !one.link && (dev || !one.dev),
  );

/** npm writes down what it installed: the same versions mean that nothing is to be done. */
function missingIn(folder, dev) {
  const have = packagesIn(hiddenLockfile(folder));
  return wantedIn(folder, dev).filter(([name, { version }]) => have[name]?.version !== version);
}

const placesMissing = (folder, dev) =>
  wantedIn(folder, dev).filter(([name]) => !existsSync(path.join(folder, name, 'package.json')))
    .length;
