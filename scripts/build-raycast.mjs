// Builds the Raycast extension with Raycast's own tool: dist/raycast as it is shipped, and dist/raycast-test,
// in which a test brings the machine along; nothing else in it differs.
import { spawnSync } from 'node:child_process';
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
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isInstalled, newest, npm } from './ready.mjs';

/** What of raycast/ a build needs, beside its node_modules. */
const NEEDED = ['package.json', 'tsconfig.json', 'assets', 'src'];

/** Builds what is older than its sources; answers what it weighs. */
export function makeRaycast(root, dist) {
  const home = path.join(root, 'raycast');
  installRaycast(root);
  const shipped = path.join(dist, 'raycast');
  const tested = path.join(dist, 'raycast-test');
  const sources = [...NEEDED.map((name) => path.join(home, name)), path.join(root, 'shared')];
  const other = path.join(root, 'test/raycast/machine.ts');
  if (isOlder(shipped, sources)) build(home, shipped);
  if (existsSync(other) && isOlder(tested, [...sources, other]))
    inCopy(root, { 'src/machine.ts': other }, (copy) => build(copy, tested));
  const sizes = readdirSync(shipped)
    .filter((name) => name.endsWith('.js'))
    .map((name) => statSync(path.join(shipped, name)).size);
  return `raycast ${Math.round(Math.max(...sizes) / 1024)} kB at most`;
}

/** What raycast/package-lock.json says; it warns of Node 20, on which its tool works. */
export function installRaycast(root) {
  const home = path.join(root, 'raycast');
  if (isInstalled(home)) return;
  console.log('Installing what raycast/package-lock.json says (once) …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true, cwd: home });
}

const isOlder = (folder, sources) => {
  const manifest = path.join(folder, 'package.json');
  return !existsSync(manifest) || Math.max(...sources.map(newest)) > statSync(manifest).mtimeMs;
};

/** Runs Raycast's tool where the extension lies; never seen half made: it is renamed into place. */
export function build(home, folder) {
  const draft = `${folder}.${process.pid}.draft`;
  mkdirSync(draft, { recursive: true });
  try {
    ray(home, 'build', '-e', 'dist', '-o', draft);
    for (const name of readdirSync(draft, { recursive: true }))
      if (name.endsWith('.map')) rmSync(path.join(draft, name));
    // Also where the tool leaves its date: what is built now is newer than its sources.
    writeFileSync(path.join(draft, 'package.json'), readFileSync(path.join(home, 'package.json')));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Raycast's tool, with a home of its own, into which it writes. */
export function ray(home, ...args) {
  const lodging = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-ray-'));
  try {
    const done = spawnSync(process.execPath, [path.join(home, 'node_modules/.bin/ray'), ...args], {
      cwd: home,
      env: {
        ...process.env,
        HOME: lodging,
        XDG_CONFIG_HOME: path.join(lodging, '.config'),
        CI: 'true',
      },
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`ray ${args[0]} failed:\n${done.stdout}${done.stderr}`);
    return done.stdout;
  } finally {
    rmSync(lodging, { recursive: true, force: true });
  }
}

/** A copy of the extension beside `shared/`, with some files replaced. */
export function inCopy(root, replaced, work) {
  const copy = mkdtempSync(path.join(root, 'dist', 'raycast-copy-'));
  try {
    for (const name of NEEDED)
      cpSync(path.join(root, 'raycast', name), path.join(copy, name), { recursive: true });
    symlinkSync(path.join(root, 'raycast/node_modules'), path.join(copy, 'node_modules'));
    for (const [name, from] of Object.entries(replaced)) cpSync(from, path.join(copy, name));
    pointTo(copy, path.relative(copy, path.join(root, 'shared')));
    return work(copy);
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
