import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, tidy } from '../linux/actors.ts';
import { census, clientIn, filesIn, layOut, LEAVE } from './tree.ts';

tidy();

const STEP = path.resolve('test/machine/resets/programs/step.cjs');

let program: string;
beforeAll(async () => {
  program = path.join(folder(), 'reset.mjs');
  await build({
    entryPoints: ['test/machine/resets/programs/reset.ts'],
    ...{ outfile: program, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
  });
});

/** Runs it until right before its n-th change; answers whether there was such a change. */
async function killedAt(at: number, home: string, ...more: readonly string[]): Promise<boolean> {
  const env = { STEP_AT: String(at), STEP_BELOW: home };
  const { signal, exitCode, stderr } = await execa(
    process.execPath,
    ['-r', STEP, program, home, ...more],
    { env, reject: false },
  );
  expect(signal === 'SIGKILL' || exitCode === 0, `${signal} ${exitCode} ${stderr}`).toBe(true);
  return signal === 'SIGKILL';
}

function home(): string {
  const made = path.join(folder(), 'home');
  mkdirSync(made);
  layOut(made);
  return made;
}

/** Brings back whatever a record says is set aside. */
async function backIn(at: string): Promise<void> {
  const { resets } = filesIn(at);
  const open = resets?.records().filter((one) => one.by === 'reset') ?? [];
  for (const { id } of open) await resets?.back(id, clientIn(at), LEAVE);
}

describe('a program that is killed', () => {
  it('in a reset, at any step, leaves everything where a restore finds it', async () => {
    let steps = 0;
    for (let at = 1; ; at++) {
      const one = home();
      const before = census(one);
      if (!(await killedAt(at, one))) break;
      steps++;
      await backIn(one);
      expect(census(one), `step ${at}`).toEqual(before);
    }
    expect(steps).toBeGreaterThan(6);
  });

  it('in a restore, at any step, leaves everything where the next one finds it', async () => {
    const first = home();
    await killedAt(0, first);
    const record = filesIn(first).resets?.records()[0]?.id ?? '';
    expect(record).not.toBe('');
    let steps = 0;
    for (let at = 1; ; at++) {
      const one = home();
      const before = census(one);
      await killedAt(0, one);
      const id = filesIn(one).resets?.records()[0]?.id ?? '';
      layOutNewer(one);
      if (!(await killedAt(at, one, id))) break;
      steps++;
      await backIn(one);
      for (const [name, holds] of before)
        expect(census(one).get(name), `${at} ${name}`).toBe(holds);
      const newer =
        filesIn(one)
          .resets?.records()
          .filter(({ by }) => by === 'restore') ?? [];
      const things = newer.flatMap((record) =>
        record.things.filter(({ state }) => state === 'set-aside'),
      );
      expect(
        things.map(({ from }) => path.relative(one, from)),
        `step ${at}`,
      ).toEqual(expect.arrayContaining(['.chat']));
    }
    expect(steps).toBeGreaterThan(6);
  });
});

/** What a client makes when it starts again. */
function layOutNewer(at: string): void {
  mkdirSync(path.join(at, '.chat/login'), { recursive: true });
  cpSync(path.resolve('package.json'), path.join(at, '.chat/login/newer'));
}
