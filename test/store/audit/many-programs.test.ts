import path from 'node:path';
import { build } from 'esbuild';
import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { segmentsIn } from '../../../shared/store/audit/segments.ts';
import { folder, tidy } from '../../machine/linux/actors.ts';
import { chainIn } from './chain.ts';

tidy();

const STEP = path.resolve('test/store/audit/programs/step.cjs');
let program: string;
beforeAll(async () => {
  program = path.join(folder(), 'append.mjs');
  await build({
    entryPoints: ['test/store/audit/programs/append.ts'],
    ...{ outfile: program, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
    external: ['uqr'],
  });
});

const append = (log: string, many: number, name: string, env = {}, segmentBytes = 8_000_000) =>
  execa(process.execPath, ['-r', STEP, program, log, String(many), name, String(segmentBytes)], {
    ...{ env, reject: false, lines: true },
  });

/** Each request as its phases in the log: `intent outcome`. */
function requestsIn(log: string): ReadonlyMap<string, readonly string[]> {
  const phases = new Map<string, string[]>();
  for (const { metadata, unmapped, status_code } of chainIn(log).events) {
    const { correlation_uid: uid } = metadata;
    const phase = status_code ?? String(unmapped.clean_exit['phase']);
    if (uid !== undefined) phases.set(uid, [...(phases.get(uid) ?? []), phase]);
  }
  return phases;
}

describe('many programs that append to one log', () => {
  it('leave one unbroken chain with every event, also where some of them are killed', async () => {
    const log = path.join(folder(), 'audit');
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const running = names.map((name) => append(log, 500, name, {}, 200_000));
    // Two are killed at their 40th and 90th answer, wherever they are then.
    for (const [at, after] of [
      [2, 40],
      [5, 90],
    ] as const) {
      const one = running[at];
      let heard = 0;
      one?.stdout.on('data', (data: Buffer) => {
        heard += data.toString().split('\n').length - 1;
        if (heard >= after) one.kill('SIGKILL');
      });
    }
    const ended = await Promise.all(running);
    expect(ended.filter(({ signal }) => signal === 'SIGKILL')).toHaveLength(2);
    await append(log, 2, 'last');
    const { faults, events } = chainIn(log);
    expect(faults).toEqual([]);
    const uids = new Set(events.map(({ metadata }) => metadata.uid));
    for (const { stdout } of ended) for (const uid of stdout) expect(uids.has(uid), uid).toBe(true);
    expect(ended.filter(({ stdout }) => stdout.length === 500)).toHaveLength(6);
    expect(segmentsIn(log).length).toBeGreaterThan(3);
    for (const [uid, phases] of requestsIn(log))
      expect([uid, phases.length, phases[0]]).toEqual([uid, 2, 'intent']);
  }, 120_000);

  it('lose nothing that was said to be in, and leave one outcome for each intent, where one is killed at any step', async () => {
    let steps = 0;
    for (let at = 1; ; at++) {
      const log = path.join(folder(), 'audit');
      await append(log, 2, 'before');
      const { signal, stdout } = await append(log, 4, 'killed', { STEP_AT: String(at) }, 1_500);
      const after = await append(log, 2, 'after');
      expect(after.exitCode, after.stderr.join('\n')).toBe(0);
      const { faults, events } = chainIn(log);
      expect(faults, `step ${at}`).toEqual([]);
      const uids = events.map(({ metadata }) => metadata.uid);
      expect(uids).toEqual(expect.arrayContaining([...stdout, 'after-0', 'after-1']));
      for (const [uid, phases] of requestsIn(log))
        expect([`step ${at}`, uid, phases.length, phases[0]]).toEqual([
          `step ${at}`,
          uid,
          2,
          'intent',
        ]);
      if (signal !== 'SIGKILL') break;
      steps++;
    }
    expect(steps).toBeGreaterThan(20);
  }, 120_000);
});
