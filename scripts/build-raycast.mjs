// Builds the Raycast extension with Raycast's own tool: dist/raycast as it is shipped, and dist/raycast-test,
// in which a test brings the machine along; nothing else in it differs.
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { install } from './install.mjs';
import { newest } from './products.mjs';
import { bringShared } from './raycast-sources.mjs';

const run = promisify(execFile);

/** What of raycast/ a build needs, beside its node_modules. */
const NEEDED = ['package.json', 'package-lock.json', 'tsconfig.json', 'assets', 'src'];

/** Builds what is older than its sources; answers what it weighs. */
export async function makeRaycast(root, dist) {
  const home = path.join(root, 'raycast');
  await installRaycast(root);
  const shipped = path.join(dist, 'raycast');
  const tested = path.join(dist, 'raycast-test');
  const ours = [
    'shared',
    'package.json',
    'scripts/build-raycast.mjs',
    'scripts/raycast-sources.mjs',
  ];
  const sources = [
    ...NEEDED.map((name) => path.join(home, name)),
    ...ours.map((name) => path.join(root, name)),
  ];
  const other = path.join(root, 'test/raycast/machine.ts');
  const forShip = isOlder(shipped, sources) && inCopy(root, {}, (copy) => build(copy, shipped));
  const forTests =
    isOlder(tested, [...sources, other]) &&
    inCopy(root, { 'src/machine.ts': other }, (copy) => build(copy, tested));
  // Both come to their end, so that a failing one leaves no draft of the other.
  const ends = await Promise.allSettled([forShip, forTests]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const sizes = readdirSync(shipped)
    .filter((name) => name.endsWith('.js'))
    .map((name) => statSync(path.join(shipped, name)).size);
  return `raycast ${Math.round(Math.max(...sizes) / 1024)} kB at most`;
}

/** What raycast/package-lock.json says; it warns of Node 20, on which its tool works. */
export const installRaycast = (root) => install(path.join(root, 'raycast'));

const isOlder = (folder, sources) => {
  const manifest = path.join(folder, 'package.json');
  return !existsSync(manifest) || Math.max(...sources.map(newest)) > statSync(manifest).mtimeMs;
};

/** Runs Raycast's tool where the extension lies; never seen half made: it is renamed into place. */
export async function build(home, folder) {
  const draft = `${folder}.${process.pid}.draft`;
  const began = new Date();
  mkdirSync(draft, { recursive: true });
  try {
    await ray(home, ['build', '-e', 'dist', '-o', draft]);
    for (const name of readdirSync(draft, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.map')) rmSync(path.join(draft, name));
    // Dated when it began: what was written meanwhile may not be in it.
    const manifest = path.join(draft, 'package.json');
    writeFileSync(manifest, readFileSync(path.join(home, 'package.json')));
    utimesSync(manifest, began, began);
    putInPlace(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Renames are quick, so the folder is hardly ever missing; another build may do the same just now. */
function putInPlace(draft, folder) {
  const old = `${draft}.old`;
  for (let left = 5; ; left--) {
    try {
      if (existsSync(folder)) renameSync(folder, old);
      renameSync(draft, folder);
      break;
    } catch (/** @type {any} */ error) {
      if (left === 0 || !['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

/** Raycast's tool, with a home of its own, into which it writes. Not `Sync`: it may ask a server of ours. */
export async function ray(home, args, more = {}) {
  const lodging = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-ray-'));
  const places = { HOME: lodging, XDG_CONFIG_HOME: path.join(lodging, '.config') };
  try {
    const program = path.join(home, 'node_modules/.bin/ray');
    const { stdout, stderr } = await run(process.execPath, [program, ...args], {
      cwd: home,
      env: { ...process.env, ...places, CI: 'true', ...more },
    });
    return stdout + stderr;
  } catch (/** @type {any} */ error) {
    throw new Error(
      `ray ${args[0]} failed in ${home}:\n${error.stdout ?? ''}${error.stderr ?? error}`,
    );
  } finally {
    rmSync(lodging, { recursive: true, force: true });
  }
}

/** A copy of the extension with the shared rooms, as the store takes it, and with some files replaced. */
async function inCopy(root, replaced, work) {
  const copy = mkdtempSync(path.join(root, 'dist', 'raycast-copy-'));
  try {
    for (const name of NEEDED)
      cpSync(path.join(root, 'raycast', name), path.join(copy, name), { recursive: true });
    symlinkSync(path.join(root, 'raycast/node_modules'), path.join(copy, 'node_modules'));
    for (const [name, from] of Object.entries(replaced)) cpSync(from, path.join(copy, name));
    bringShared(root, copy);
    pointTo(copy, './src/shared');
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Rewrites the one line of tsconfig.json that says where the shared rooms are. */
export function pointTo(copy, shared) {
  const file = path.join(copy, 'tsconfig.json');
  const text = readFileSync(file, 'utf8');
  const line = '"paths": { "@shared/*": ["../shared/*"] }';
  if (!text.includes(line)) throw new Error(`${file} has no line ${line}`);
  writeFileSync(file, text.replace(line, `"paths": { "@shared/*": ["${shared}/*"] }`));
}
