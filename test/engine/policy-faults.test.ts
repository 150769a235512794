import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../shared/core/trigger.ts';
import { openEngine, PolicyFault } from '../../shared/engine/engine.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import { mightForbid } from '../../shared/policy/might-forbid.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import type { PolicyFileFault } from '../../shared/store/policy-files.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { memoryStore } from './memory-store.ts';
import { chat } from './scenes.ts';

const FILE = '/etc/clean-exit/policy.json';

/** A running client under an administrator's file that is broken at this place; a person's own where none is given. */
function stage(path: readonly string[] | undefined, trigger: Trigger = 'person') {
  const might = path ? mightForbid(path) : undefined;
  const fault: PolicyFileFault = {
    ...{ file: FILE, field: (path ?? []).join('.'), expected: 'boolean, not string' },
    ...(might ? { refuses: might.refuses } : {}),
    ...(might?.client === undefined ? {} : { client: might.client }),
  };
  const policy = { ...DEFAULT_POLICY, ...might?.says };
  const store = {
    ...memoryStore([CHAT, WORK]),
    policy: async () => ({ policy, origin: {}, files: [FILE], faults: [fault] }),
  };
  const engine = openEngine({ machine: simulatedMachine(chat()), store, surface: 'test', trigger });
  return (kind: 'exit' | 'force' | 'purge' | 'hide') =>
    engine.run({ kind, client: 'chat' }, { satisfy: async () => 'question' }).then(
      ({ refusals }) => refusals.map(({ code }) => code as string),
      (error: unknown) => {
        if (!(error instanceof PolicyFault)) throw error;
        return [error.message];
      },
    );
}

const REFUSED = [expect.stringContaining(FILE) as string];

describe('a broken file of the administrator', () => {
  it.each<[what: string, path: readonly string[], exit: unknown, force: unknown, purge: unknown]>([
    ['as a whole', [], [], REFUSED, REFUSED],
    ['in an unknown name', ['hodl'], [], REFUSED, REFUSED],
    ['in its hold', ['hold'], [], [], REFUSED],
    ['in its force', ['force'], [], REFUSED, ['client-running']],
    ['in the demand of the exit', ['demand', 'exit'], REFUSED, [], ['client-running']],
    ['in its demands', ['demand'], REFUSED, REFUSED, REFUSED],
    ['in a time', ['times', 'graceMs'], [], [], ['client-running']],
    ['in the hold of this client', ['clients', 'chat', 'hold'], [], [], REFUSED],
    ['in the force of another client', ['clients', 'work', 'force'], [], [], ['client-running']],
  ])('%s refuses what it might have forbidden', async (_, path, exit, force, purge) => {
    const { says, client } = mightForbid(path);
    const isOther = client === 'work';
    expect(await stage(path)('purge')).toEqual(purge);
    expect(await stage(path)('exit')).toEqual(exit);
    // What is said of another client is not merged into this one's policy by this store.
    if (!isOther || says.force === undefined) expect(await stage(path)('force')).toEqual(force);
  });

  it('names file, field and expectation', async () => {
    const [said] = await stage(['hold'])('purge');
    expect(said).toBe(`${FILE} hold: boolean, not string`);
  });
});

describe('a broken file of a person', () => {
  it.each(['exit', 'force', 'purge', 'hide'] as const)(
    'stops what they ask for: %s',
    async (kind) => {
      expect(await stage(undefined)(kind)).toEqual(REFUSED);
    },
  );

  it.each(['schedule', 'policy', 'order'] as const)('stops no exit by %s', async (trigger) => {
    expect(await stage(undefined, trigger)('exit')).toEqual([]);
  });
});
