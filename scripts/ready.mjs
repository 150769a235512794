// Makes a checkout ready: installs what the lockfile says, and builds what is older than its sources.
// Plain Node, because nothing else is there yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { isMade, PRODUCTS } from './products.mjs';
import { step } from './progress.mjs';
import { words } from './words.mjs';

const { headOf } = createRequire(import.meta.url)('../bin/checkout.cjs');

export const TOP = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** What the first minute needs: the command line and a client to practise on. */
export const FIRST = ['clean-exit', 'practice'];
const ALL = Object.keys(PRODUCTS).filter((name) => name !== 'plugin');

/**
 * Installs and builds what is missing; ends the program with a sentence where that fails.
 *
 * @param {{ products?: string[], dev?: boolean, quiet?: boolean, out?: import('node:tty').WriteStream | null }} how
 */
export async function makeReady({
  products = ALL,
  dev = true,
  quiet = false,
  out = quiet ? null : process.stdout,
} = {}) {
  try {
    await install(TOP, { dev, out });
    const stale = products.filter((name) => !isMade(TOP, name));
    if (stale.length > 0)
      await step(`${words.build} ${stale.join(', ')}`, () => build(stale), { out });
    else keepCommit();
  } catch (error) {
    console.error(`clean-exit: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

/** In a process of its own: what builds is installed only now. */
function build(names) {
  const script = path.join(TOP, 'scripts/build.mjs');
  const child = spawn(process.execPath, [script, ...names], { cwd: TOP, stdio: 'pipe' });
  child.stdin.end();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) =>
        code === 0 ? resolve() : reject(new Error(words.failed(words.build, `\n${said}`))),
      );
    })
  );
}

/** What was built is also what a new commit holds, unless its sources are newer. */
export function keepCommit() {
  const file = path.join(TOP, 'dist/commit');
  const head = headOf(TOP);
  if (head === undefined || (existsSync(file) && readFileSync(file, 'utf8').trim() === head))
    return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${head}\n`);
}

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

// `node scripts/ready.mjs`: before tests that one starts by hand.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await makeReady({ quiet: true });
