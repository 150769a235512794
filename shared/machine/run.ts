import { execFile } from 'node:child_process';
import path from 'node:path';
import { known, unknown } from '../core/known.ts';
import { codeOf } from './files/errno.ts';
import { MAX_BYTES, reasonOf, type Run } from './run-port.ts';

export type { Order, Run, Said } from './run-port.ts';

/** A program that stands in a system call does not hear even SIGKILL: so long it is waited for after its time, in ms. */
const ABANDON_MS = 1_000;

/**
 * Starts a child process: the only place that does. Known is what it said, also when its exit code is
 * not 0; unknown is that it could not be started, did not answer in time, or said too much. Never throws.
 */
export const run: Run = ({ program, args, input, timeoutMs, env = {}, signal }) => {
  if (!path.isAbsolute(program) && !path.win32.isAbsolute(program))
    return Promise.resolve(unknown('failed', `${program} is no absolute path`));
  return new Promise((resolve) => {
    const options = {
      encoding: 'utf8',
      env: { ...env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' },
      killSignal: 'SIGKILL',
      maxBuffer: MAX_BYTES,
      timeout: timeoutMs,
      windowsHide: true,
      ...(signal ? { signal } : {}),
    } as const;
    const late = (): void =>
      resolve(unknown('timeout', `${program}: no answer in ${timeoutMs} ms`));
    const child = execFile(program, [...args], options, (error, stdout, stderr) => {
      clearTimeout(abandoned);
      if (!error) resolve(known({ stdout, stderr, code: 0 }));
      else if (typeof error.code === 'number') resolve(known({ stdout, stderr, code: error.code }));
      else if (error.killed && !signal?.aborted) late();
      else resolve(unknown(reasonOf(codeOf(error)), `${program}: ${codeOf(error)}`));
    });
    const abandoned = setTimeout(() => {
      child.unref();
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
      late();
    }, timeoutMs + ABANDON_MS);
    // A program that does not read what it is told has ended: its answer says the rest.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
};
