import path from 'node:path';
import { build } from 'esbuild';
import { execa, type Result } from 'execa';

const STEP = path.resolve('test/machine/purge/programs/step.cjs');

/** What happens right before a step of a purge: it is killed, or a link takes a folder's place. */
export interface Step {
  readonly at: number;
  readonly folder?: string;
  readonly link?: string;
}

export interface Purge {
  readonly top: string;
  readonly data: string;
  readonly way: 'good' | 'trash';
  readonly worker?: string | undefined;
}

/** Makes the program that purges in a process of its own. */
export async function buildPurge(folder: string): Promise<string> {
  const outfile = path.join(folder, 'purge.mjs');
  await build({
    entryPoints: ['test/machine/purge/programs/purge.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return outfile;
}

export function purgeWith(
  program: string,
  { top, data, way, worker }: Purge,
  { at, folder = '', link = '' }: Step,
): Promise<Pick<Result, 'signal' | 'exitCode' | 'stderr'>> {
  const args = ['-r', STEP, program, top, data, way, ...(worker === undefined ? [] : [worker])];
  const env = { STEP_AT: String(at), STEP_BELOW: path.dirname(top) };
  const more = { STEP_FOLDER: folder, STEP_LINK: link };
  return execa(process.execPath, args, { env: { ...env, ...more }, reject: false });
}
