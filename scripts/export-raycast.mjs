// The folder for Raycast's store, which takes one folder that stands alone:
// `node scripts/export-raycast.mjs [FOLDER] [--check]`. Nobody edits it; it is made anew each time.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { build, installRaycast, makeRaycast, pointTo } from './build-raycast.mjs';
import { lintRaycast } from './lint-raycast.mjs';
import { install } from './install.mjs';
import { bringShared } from './raycast-sources.mjs';
import { makeReady, run, TOP } from './ready.mjs';

await makeReady({ products: ['raycast'] });
const HOME = path.join(TOP, 'raycast');
const HERE = path.join(TOP, 'dist/raycast');
/** Made by tools, or about this checkout. */
const STAYS = new Set(['node_modules', 'dist', 'raycast-env.d.ts']);

const [given] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const target = path.resolve(given ?? path.join(TOP, 'dist/raycast-store'));
const has = (flag) => process.argv.includes(flag);

if (existsSync(target) && readdirSync(target).length > 0 && !isExport(target))
  throw new Error(`${target} is not an earlier export: name an empty folder`);
fill();
if (has('--check')) await check();
console.log(`raycast: ${target}${has('--check') ? ', checked' : ''}`);

function fill() {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(HOME).filter((one) => !STAYS.has(one)))
    cpSync(path.join(HOME, name), path.join(target, name), { recursive: true });
  const shortened = bringShared(TOP, target);
  keepReached();
  cpSync(path.join(TOP, '.prettierrc.json'), path.join(target, '.prettierrc.json'));
  // As here, where shared/ is of modules: a bundler treats what they import from CommonJS otherwise.
  writeFileSync(
    path.join(target, 'src/shared/package.json'),
    JSON.stringify({ type: 'module' }, null, 2) + '\n',
  );
  cpSync(path.join(TOP, 'LICENSE'), path.join(target, 'LICENSE'));
  pointTo(target, './src/shared');
  const prettier = path.join(HOME, 'node_modules/prettier/bin/prettier.cjs');
  run(
    process.execPath,
    [prettier, '--write', '--log-level=warn', ...shortened.filter((file) => existsSync(file))],
    { cwd: target },
  );
}

/** Takes away what of the shared rooms the extension does not reach, also not for its types alone. */
function keepReached() {
  const sources = path.join(target, 'src');
  const found = new Set();
  const follow = (file) => {
    const text = readFileSync(path.join(sources, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)\s*\(?\s*'([^'\s]+)'/g)) {
      const next = name.startsWith('@shared/')
        ? name.slice(1)
        : name.startsWith('.')
          ? path.posix.join(path.posix.dirname(file), name)
          : undefined;
      if (!next?.startsWith('shared/') || found.has(next)) continue;
      found.add(next);
      follow(next);
    }
  };
  for (const name of readdirSync(path.join(HOME, 'src'), { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(name)) follow(name.replaceAll(path.sep, '/'));
  const whole = path.join(target, 'whole');
  renameSync(sources, whole);
  const others = (file) => file !== path.join(whole, 'shared');
  cpSync(whole, sources, { recursive: true, filter: others });
  for (const name of found) cpSync(path.join(whole, name), path.join(sources, name));
  rmSync(whole, { recursive: true });
}

/** Installs, lints and builds there as the store does; what comes out is what is built here, to the byte. */
async function check() {
  await installRaycast(TOP);
  await makeRaycast(TOP, path.join(TOP, 'dist'));
  const prettier = path.join(HOME, 'node_modules/prettier/bin/prettier.cjs');
  const all = ['--check', '--log-level=warn', '.', '!package-lock.json'];
  run(process.execPath, [prettier, ...all], { cwd: target });
  if (has('--install')) await install(target, { out: null });
  else symlinkSync(path.join(HOME, 'node_modules'), path.join(target, 'node_modules'));
  try {
    await lintRaycast(target);
    const made = path.join(target, 'dist');
    await build(target, made);
    const names = new Set([...bundlesIn(made), ...bundlesIn(HERE)]);
    const differs = [...names].filter((name) => !isSame(made, name));
    if (differs.length > 0) throw new Error(`not built as here: ${differs.join(', ')}`);
    rmSync(made, { recursive: true });
  } finally {
    if (!has('--install')) rmSync(path.join(target, 'node_modules'));
    rmSync(path.join(target, 'raycast-env.d.ts'), { force: true });
  }
}

function bundlesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
}

function isSame(made, name) {
  const [there, here] = [path.join(made, name), path.join(HERE, name)];
  return existsSync(there) && existsSync(here) && readFileSync(there).equals(readFileSync(here));
}

/** Only what we made ourselves is made anew: somebody's project has a name or a history of its own. */
function isExport(folder) {
  const manifest = path.join(folder, 'package.json');
  return (
    existsSync(path.join(folder, 'src/shared/engine/engine.ts')) &&
    !existsSync(path.join(folder, '.git')) &&
    existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, 'utf8')).name === 'clean-exit'
  );
}
