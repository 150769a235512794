import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { execa } from 'execa';
import { afterAll, beforeAll, vi } from 'vitest';
import { BUNDLE, type House } from './house.ts';

/** Where a start is hit: right before or after the call that makes this step. */
export interface Step {
  readonly call: string;
  /** Part of an argument of that call. */
  readonly names: string;
  readonly when: 'before' | 'after';
}

const before = (call: string, names: string): Step => ({ call, names, when: 'before' });
const after = (call: string, names: string): Step => ({ call, names, when: 'after' });

/** Until then nobody knows of this start. */
export const UNBEGUN = before('writeFileSync', 'clean-exit/practice.json.');
/** Everything runs, and its notes are still to come. */
export const PUBLISHES = before('writeFileSync', 'clients/practice.json.');
/** All after it took its place, in their order. */
export const STEPS: readonly (readonly [title: string, where: Step])[] = [
  ['before it makes its folder', before('mkdirSync', '/clean-exit-practice-')],
  ['before it copies its second script', before('copyFileSync', 'PracticeAppEx.mjs')],
  ['before it writes the last of the files to keep', before('writeFileSync', 'all_users/config/')],
  ['before it starts its stage', before('spawn', 'stage/practice-stage.mjs')],
  ['while its stage begins', after('spawn', 'stage/practice-stage.mjs')],
  ['before it starts its root', before('spawn', 'opt/practice/practice-client.mjs')],
  ['while its root begins', after('spawn', 'opt/practice/practice-client.mjs')],
  ['before it writes the client file', PUBLISHES],
  ['before it keeps its note', before('renameSync', 'clean-exit/practice.json.')],
];

let folder: string;

/** Builds the program for a file of tests. */
export function keepStarter(): void {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-starter-'));
    await build({
      entryPoints: ['test/practice/programs/starter.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: path.join(folder, 'starter.mjs'),
      external: ['koffi'],
      banner: {
        js: `import { createRequire } from 'node:module';
          const require = createRequire(import.meta.url); const __filename = import.meta.filename;`,
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
}

/** Starts a client from a program of its own, which does this deed to itself at a step. */
export function starter(at: House, deed?: 'pause' | 'kill' | 'abort', where?: Step) {
  const options = { ...at, temper: 'polite', bundle: BUNDLE, env: {}, lang: 'en' };
  const hook = where ? ['-r', path.resolve('test/practice/programs/step.cjs')] : [];
  const args = [...hook, path.join(folder, 'starter.mjs'), JSON.stringify(options)];
  const env = where && {
    ...{ STEP_CALL: where.call, STEP_NAMES: where.names, STEP_WHEN: where.when },
    STEP_DEED: deed,
  };
  return execa(process.execPath, args, { reject: false, ...(env ? { env } : {}) });
}

/** A start that has paused itself at this step. */
export async function pausedAt(at: House, where: Step) {
  const running = starter(at, 'pause', where);
  const { pid = 0 } = running;
  await vi.waitFor(
    () => {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      if (!/\) T /.test(stat)) throw new Error(`it is not paused: ${stat}`);
    },
    { timeout: 15_000, interval: 5 },
  );
  return {
    /** Lets it go on; answers what it says in the end. */
    goOn: async (): Promise<string> => {
      process.kill(pid, 'SIGCONT');
      return (await running).stdout;
    },
  };
}
