// Makes a checkout ready: installs what the lockfile says if it is not there, and builds.
// Plain Node, because nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const TOP = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program with its arguments; ends us with its exit code where it fails. */
export function run(file, args, { quiet = false, env = process.env, cwd = TOP } = {}) {
  const done = spawnSync(file, args, {
    cwd,
    env,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    shell: false,
  });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** npm as it was started, or the one beside this Node. */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script) run(process.execPath, [script, ...args], options);
  else run('npm', args, options);
}

export function makeReady({ quiet = false } = {}) {
  if (!isInstalled(TOP)) {
    if (!quiet) console.log('Installing what package-lock.json says (once) …');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  }
  if (!isBuilt()) run(process.execPath, ['scripts/build.mjs'], { quiet });
}

/** Packages for another system than this one, as their lockfile says: npm asks to be forced to that. */
export function installForeign(folder) {
  if (isInstalled(folder)) return;
  npm(['ci', '--force', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
    cwd: folder,
  });
}

/** npm writes down what it installed; the same packages as in the lockfile mean nothing is to be done. */
export function isInstalled(folder) {
  const hidden = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || have[name]?.version === version,
  );
}

function isBuilt() {
  const built = path.join(TOP, 'dist/clean-exit.cjs');
  if (!existsSync(built)) return false;
  const time = statSync(built).mtimeMs;
  return ['shared', 'streamdeck', 'raycast/src', 'package.json'].every(
    (name) => newest(path.join(TOP, name)) <= time,
  );
}

/** When a file, or anything below a folder, was last written. */
export function newest(file) {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newest(path.join(file, name))),
    stats.mtimeMs,
  );
}
