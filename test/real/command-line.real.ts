import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CATALOGUE_IDS } from '../../shared/clients/index.ts';
import { folderOf, TOP } from './system.ts';

const run = promisify(execFile);
const PROGRAM = path.join(TOP, 'bin/clean-exit.cjs');

interface Doctor {
  readonly checks: readonly { readonly id: string; readonly state: string }[];
}
interface Status {
  readonly clients: readonly { readonly client: string; readonly presence: string }[];
}
interface Plan {
  readonly plans: readonly { readonly listing?: { readonly bytes: number } }[];
}

/** What the command line says as JSON; its answer is also kept in `dist/real/seen`. */
async function say<Answer>(name: string, ...args: readonly string[]): Promise<Answer> {
  const command = [PROGRAM, ...args, '--json', '--lang', 'en'];
  // 1 means that something is left or refused, which is an answer as well.
  const { stdout } = await run(process.execPath, command, { timeout: 60_000 }).catch(
    (error: unknown) => {
      if (hasOutput(error)) return error;
      throw error;
    },
  );
  writeFileSync(path.join(folderOf('seen'), `${name}.json`), stdout);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Answer;
}

const hasOutput = (error: unknown): error is { readonly stdout: string } =>
  error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error;

describe('the command line, on this computer', () => {
  it('sees its processes, and can keep its receipts', async () => {
    const { checks } = await say<Doctor>('doctor', 'doctor');
    const states = new Map(checks.map(({ id, state }) => [id, state]));
    expect([states.get('processes'), states.get('state')]).toEqual(['good', 'good']);
  });

  it('says of a computer without chat clients that all of them are gone', async () => {
    const { clients } = await say<Status>('status', 'status');
    expect(clients.map(({ client }) => client)).toEqual(expect.arrayContaining([...CATALOGUE_IDS]));
    expect(clients.filter(({ presence }) => presence !== 'gone')).toEqual([]);
  });

  it('previews a purge that has nothing to remove', async () => {
    const { plans } = await say<Plan>('purge', 'purge', 'wechat', '--dry-run');
    expect(plans.map(({ listing }) => listing?.bytes)).toEqual([0]);
  });
});
