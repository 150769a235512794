import type { Known } from '../core/known.ts';

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

/** Why a program could not be run, from the code of the fault. */
export const reasonOf = (code: string): 'denied' | 'unsupported' | 'failed' =>
  code === 'EACCES' || code === 'EPERM' ? 'denied' : code === 'ENOENT' ? 'unsupported' : 'failed';
