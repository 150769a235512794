import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from '../../../shared/practice/find-program.ts';
import { folder, mind } from '../tidy.ts';

/** Should we be ended with no time to end them, they end themselves. */
const LIFE_S = '120';

/** Starts this many real processes that do nothing; `end` ends each by its own handle. */
export async function sleepers(count: number): Promise<{ end: () => Promise<void> }> {
  const sleep = findProgram('sleep');
  if (sleep === undefined) throw new Error('sleep is not here');
  const { path: at, end: remove } = folder('sleepers');
  const copy = path.join(at, 'sleeper');
  copyFileSync(sleep, copy);
  const children = Array.from({ length: count }, () =>
    mind(spawn(copy, [LIFE_S], { cwd: '/', env: {}, stdio: 'ignore' })),
  );
  await Promise.all(children.map((child) => once(child, 'spawn')));
  return {
    end: async () => {
      const gone = children.map((child) => once(child, 'exit'));
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(gone);
      await remove();
    },
  };
}
