import { spawn } from 'node:child_process';
import { now } from './report/numbers.ts';
import { mind } from './tidy.ts';

export interface Ran {
  /** ms from the call to the end of the command. */
  readonly began: number;
  readonly ended: number;
  readonly code: number | null;
  readonly out: string;
}

/** Runs one command to its end and reads the clock on both sides of it. */
export function command(
  [file = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const began = now();
  const child = mind(spawn(file, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] }));
  let ended = NaN;
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.once('exit', () => (ended = now()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ began, ended, code, out }));
  });
}
