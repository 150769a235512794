import { afterEach, describe, expect, it } from 'vitest';
import { recognizer } from '../../../shared/core/identify.ts';
import type { ClientProcess } from '../../../shared/core/model.ts';
import { hostEnvironment } from '../../../shared/machine/environment.ts';
import type { Machine } from '../../../shared/machine/machine.ts';
import { nativeMachine } from '../../../shared/machine/native-machine.ts';
import { pureJsMachine } from '../../../shared/machine/pure-js-machine.ts';
import { HELPERS, type Stage } from '../../machine/contract/stage.ts';
import { stageHere } from '../stage.ts';
import { snapshotOf } from '../../observe.ts';

/** One Windows, seen by its own functions and by PowerShell: they have to agree. */
describe('PowerShell, on this Windows', () => {
  let stage: Stage | undefined;
  afterEach(async () => {
    await stage?.end();
    stage = undefined;
  });

  async function enter(): Promise<{ stage: Stage; native: Machine; script: Machine }> {
    let native: Machine | undefined;
    const entered = await stageHere('polite', (env) => {
      native = nativeMachine(env);
      return pureJsMachine({}, hostEnvironment(env));
    });
    stage = entered;
    if (!native) throw new Error('no native machine');
    return { stage: entered, native, script: entered.machine };
  }

  async function processesBy(machine: Machine, of: Stage): Promise<readonly ClientProcess[]> {
    const sighting = await snapshotOf(machine, of.clients, { trayIcons: false, windows: false });
    const seen = recognizer(of.clients, 'windows', machine.places)(sighting).get(of.client);
    if (!seen?.processes.known) throw new Error(JSON.stringify(seen?.processes));
    return seen.processes.value;
  }

  const told = (all: readonly ClientProcess[]) =>
    all.map(({ pid, role }) => ({ pid, role })).sort((one, other) => one.pid - other.pid);

  it('tells the same processes, each in the same role', async () => {
    const { stage, native, script } = await enter();
    const seen = told(await processesBy(script, stage));
    expect(seen).toHaveLength(HELPERS + 1);
    expect(seen).toEqual(told(await processesBy(native, stage)));
  });

  it('knows a process again in a second look', async () => {
    const { stage, script } = await enter();
    const starts = async () =>
      new Map((await processesBy(script, stage)).map((one) => [one.pid, one.startTime]));
    expect(await starts()).toEqual(await starts());
  });

  it('does not end a process that merely has the same pid', async () => {
    const { stage, script } = await enter();
    const [one] = await processesBy(script, stage);
    if (!one) throw new Error('nobody there');
    await script.processes.end({ ...one, startTime: '1' });
    expect(told(await processesBy(script, stage))).toHaveLength(HELPERS + 1);
  });

  it('ends all that there are, waits for them, and then sees nobody', async () => {
    const { stage, native, script } = await enter();
    const all = await processesBy(script, stage);
    const answers = await Promise.all(all.map((one) => script.processes.end(one)));
    expect(answers.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(await script.processes.untilGone(all, 10_000)).toEqual([]);
    expect(await processesBy(script, stage)).toEqual([]);
    expect(await processesBy(native, stage)).toEqual([]);
  });
});
