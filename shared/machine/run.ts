import { execFile } from 'node:child_process';
import path from 'node:path';
import { known, unknown, type Known } from '../core/known.ts';
import { codeOf } from './files/fault.ts';

/** One program to run, once, with what it is told. */
export interface Order {
  /** Absolute path of the program. */
  readonly program: string;
  readonly args: readonly string[];
  /** Given to it as its standard input, which is then closed. */
  readonly input?: string;
  readonly timeoutMs: number;
  /** Its whole environment; a C locale is added, so that answers are the same everywhere. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** What it said, however it ended. */
export interface Said {
  readonly stdout: string;
  readonly stderr: string;
  /** 0 where all went well. */
  readonly code: number;
}

/** Runs a program; what a machine is given where a test brings other programs. */
export type Run = (order: Order) => Promise<Known<Said>>;

/** More than any list of processes. */
export const MAX_BYTES = 64 * 1024 * 1024;

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
    const child = execFile(program, [...args], options, (error, stdout, stderr) => {
      if (!error) resolve(known({ stdout, stderr, code: 0 }));
      else if (typeof error.code === 'number') resolve(known({ stdout, stderr, code: error.code }));
      else if (error.killed && !signal?.aborted)
        resolve(unknown('timeout', `${program}: no answer in ${timeoutMs} ms`));
      else resolve(unknown(reasonOf(codeOf(error)), `${program}: ${codeOf(error)}`));
    });
    // A program that does not read what it is told has ended: its answer says the rest.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
};

/** Why a program could not be run, from the code of the fault. */
export const reasonOf = (code: string): 'denied' | 'unsupported' | 'failed' =>
  code === 'EACCES' || code === 'EPERM' ? 'denied' : code === 'ENOENT' ? 'unsupported' : 'failed';
