// Runs vitest once and counts what came of it.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** `how` says as which user it runs. Answers the counts, and whether vitest itself ended well. */
export async function vitest(given, how) {
  const counts = path.join(how.folder, `counts-${process.pid}-${++runs}.json`);
  const args = [
    path.join(how.place, 'node_modules/vitest/vitest.mjs'),
    // In memory: a plain user may not write into the checkout.
    ...['run', '--configLoader', 'runner'],
    ...['--reporter', path.join(how.place, 'scripts/test/reporter.mjs')],
    ...given,
  ];
  const env = { ...how.env, CLEAN_EXIT_COUNTS: counts, CLEAN_EXIT_BUILT: '1' };
  const [program, ...rest] = [...how.before, process.execPath, ...args];
  const child = spawn(program, rest, {
    cwd: how.cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve, reject) =>
    child.on('error', reject).on('exit', resolve),
  );
  try {
    return { ok: code === 0, ...JSON.parse(readFileSync(how.here(counts), 'utf8')) };
  } catch {
    return { ok: false, passed: 0, failed: 0, skipped: 0 };
  } finally {
    rmSync(how.here(counts), { force: true });
  }
}

let runs = 0;
