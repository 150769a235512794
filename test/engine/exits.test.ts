import { describe, expect, it } from 'vitest';
import { clients as catalogue } from '../../shared/clients/index.ts';
import { runRequest } from './in-a-room.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import { words } from '../../shared/words/words.ts';
import { noteInWords } from '../../shared/words/remaining-in-words.ts';
import { known, unknown } from '../../shared/core/known.ts';
import { wasForced } from '../../shared/core/receipt.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { process_ } from '../core/situations.ts';
import { replaced } from '../replaced.ts';
import { add, after, chat, EXIT, FORCED, HELPER, kindsOf, seeing } from './scenes.ts';
import { seeingBy, snapshotOf, type Observe } from '../observe.ts';

const hide = { exe: unknown('denied', 'EACCES'), args: known(['']) } as const;

describe('what a request has seen of a client', () => {
  it('stays its helper when it hides its program, and is ended as one', async () => {
    const world = chat({ helpers: 1, temper: 'stubborn-helper' });
    const isAlone = (): boolean => world.actors.length === 1;
    const renamed = { ...hide, name: 'ThreadPool' };
    const receipt = await after(seeing(world, (one) => ({ ...one, ...renamed }), isAlone));
    expect(receipt.verdict).toBe('gone');
    expect(world.deeds.filter(({ deed }) => deed === 'ended')).toHaveLength(1);
    expect(world.actors).toEqual([]);
  });

  it('stays its helper when it looks like a root with its own gone', async () => {
    const world = chat();
    const args = known(['/opt/chat/chat', 'update']);
    add(world, process_(1_001, { parent: 1_000, args }));
    const receipt = await after(
      seeing(world, (one) => (world.actors.length === 1 ? { ...one, parent: 1 } : one)),
    );
    expect(receipt.steps.find(({ kind }) => kind === 'end')?.role).toBe('helper');
    expect(receipt.verdict).toBe('gone');
  });

  it('has not gone while its root lives as a program that no look lists any more', async () => {
    const world = chat({ temper: 'deaf' });
    const machine = simulatedMachine(world);
    const asked = { observed: 0 };
    const watched = seeingBy(machine, async (clients, scope) => {
      const sighting = await snapshotOf(machine, clients, scope);
      return asked.observed++ === 0 ? sighting : { ...sighting, processes: known([]) };
    });
    const receipt = await after(replaced(watched, { processes: { descendants: async () => [] } }));
    expect(receipt.verdict).toBe('still-running');
    expect(receipt.left.processes.map(({ pid }) => pid)).toEqual([1_000]);
  });

  it('is let alone when it has become another program', async () => {
    const world = chat();
    add(world, process_(1_001, { parent: 1_000, exe: known(HELPER) }));
    const editor = { exe: known('/usr/bin/editor'), args: known(['editor']), name: 'editor' };
    const become = seeing(
      world,
      (one) => (one.pid === 1_001 ? { ...one, ...editor } : one),
      () => world.actors.length === 1,
    );
    const receipt = await after(become);
    expect(receipt.verdict).toBe('gone');
    expect(world.deeds.map((one) => 'process' in one && one.process.pid)).toEqual([1_000]);
  });
});

describe('a program for which only its folder speaks', () => {
  it.each(['exit', 'force'] as const)(
    'is named and never touched by %s, also in later looks',
    async (kind) => {
      const world = chat();
      world.actors = [];
      const machine = simulatedMachine(world);
      const exe = `${machine.places.home}/bots/Telegram/mybot`;
      const bot = { exe: known(exe), args: known([exe]), name: 'mybot' };
      add(world, process_(1_001, bot));
      const room = { machine, clients: catalogue, lang: 'en', surface: 'test' } as const;
      const receipt = await runRequest(room, { kind, client: 'telegram' }, DEFAULT_POLICY);
      expect(receipt.verdict).toBe('partly');
      expect(world.deeds).toEqual([]);
    },
  );
});

describe('processes that alone are left and leave by themselves', () => {
  it('are waited for when they hide their programs', async () => {
    const world = chat();
    add(world, process_(1_001, { parent: 1_000 }));
    const last = world.actors[1];
    const machine = seeing(world, (one) =>
      one.pid === 1_001 ? { ...one, ...hide, parent: 1 } : one,
    );
    if (last) last.leavesAt = 400;
    const receipt = await after(machine);
    expect(receipt).toMatchObject({ verdict: 'gone', refusals: [] });
  });

  it('are waited for before anything is refused', async () => {
    const world = chat();
    world.actors = [];
    add(world, process_(1_001, { ...hide, name: 'ChatAppEx' }));
    for (const actor of world.actors) actor.leavesAt = 400;
    const receipt = await after(simulatedMachine(world));
    expect(receipt).toMatchObject({ verdict: 'gone', refusals: [], steps: [] });
  });

  it('are waited for when the kernel has begun to end them, at most a second', async () => {
    for (const [leavesAt, verdict] of [
      [3_500, 'gone'],
      [99_000, 'partly'],
    ] as const) {
      const world = chat();
      add(world, process_(1_001, { exe: known(HELPER), exiting: true }), { denied: true });
      const [, dying] = world.actors;
      if (dying) dying.leavesAt = leavesAt;
      const receipt = await after(simulatedMachine(world), EXIT, { graceMs: 2_900 });
      expect(receipt.verdict).toBe(verdict);
      expect(receipt.elapsedMs).toBeLessThan(4_500);
    }
  });

  it('are not waited for twice where one stays hidden', async () => {
    const world = chat();
    world.actors = [];
    add(world, process_(1_001, hide));
    const receipt = await after(simulatedMachine(world));
    expect(receipt.verdict).toBe('unknown');
    expect(receipt.elapsedMs).toBeLessThanOrEqual(1_100);
  });
});

describe('an exit', () => {
  it('watches for a return only on evidence, else has no such step and no further look', async () => {
    const steps = async (found: readonly string[]) => {
      const machine = simulatedMachine(chat({ temper: 'supervised' }));
      let looks = 0;
      const observe: Observe = (...all) => (looks++, snapshotOf(machine, ...all));
      const receipt = await after(
        replaced(seeingBy(machine, observe), { processes: { revivers: async () => known(found) } }),
      );
      return { kinds: kindsOf(receipt), looks };
    };
    const [without, withIt] = [await steps([]), await steps(['chat.service'])];
    expect(without.kinds).toEqual(['ask done', 'wait done']);
    expect(without.looks).toBe(2);
    expect(withIt.kinds.at(-1)).toBe('settle failed');
  });

  it('watches where nobody can tell', async () => {
    const machine = replaced(simulatedMachine(chat()), {
      processes: { revivers: async () => unknown('denied') },
    });
    expect(kindsOf(await after(machine)).at(-1)).toBe('settle done');
  });

  it('gives parts of Chromium 300 ms, and others the grace of the policy', async () => {
    const waited = async (sameProgram: boolean) => {
      const world = chat({ helpers: 2, temper: 'stubborn-helper', sameProgram });
      const { steps } = await after(simulatedMachine(world), EXIT, { graceMs: 1_000 });
      return steps.filter(({ kind }) => kind === 'wait').map(({ ms }) => ms)[1];
    };
    expect(await waited(true)).toBe(300);
    expect(await waited(false)).toBe(1_000);
  });

  it('tells what the client has started and what is no part of it, and never ends it', async () => {
    const world = chat();
    const browser = process_(1_001, {
      parent: 1_000,
      name: 'firefox',
      exe: known('/usr/bin/firefox'),
    });
    add(world, browser);
    const machine = replaced(simulatedMachine(world), {
      processes: { descendants: async () => [browser] },
    });
    const receipt = await after(machine);
    expect(receipt.verdict).toBe('gone');
    expect(receipt.left.started).toEqual([{ pid: 1_001, name: 'firefox' }]);
    expect(world.actors).toHaveLength(1);
    for (const lang of ['en', 'zh'] as const)
      expect(noteInWords(receipt.left, words(lang))).toContain('firefox (1001)');
    const left = await after(simulatedMachine(chat()));
    expect(left.left).not.toHaveProperty('started');
  });

  it('leaves a root alone that was started meanwhile, and says so', async () => {
    const world = chat({ temper: 'deaf' });
    world.arrive({ process: process_(2_000), nature: { whenAsked: 5 } }, 20);
    const receipt = await after(simulatedMachine(world), FORCED);
    expect(receipt.verdict).toBe('still-running');
    expect(receipt.steps.map(({ why }) => why)).toContain('started-meanwhile');
    expect(world.actors.map(({ process }) => process.pid)).not.toContain(1_000);
    expect(world.actors).toHaveLength(1);
  });
});

describe('an exit that goes on by force', () => {
  it('is called forced where a root was ended, and only there', async () => {
    expect(wasForced(await after(simulatedMachine(chat({ temper: 'deaf' })), FORCED))).toBe(true);
    expect(wasForced(await after(simulatedMachine(chat()), FORCED))).toBe(false);
    const stubborn = chat({ temper: 'stubborn-helper', helpers: 1 });
    expect(wasForced(await after(simulatedMachine(stubborn), EXIT))).toBe(false);
  });

  it('is polite to the end where force is never allowed, and says why no more happens', async () => {
    const world = chat({ temper: 'deaf' });
    const policy = { force: 'never', timeoutMs: 100, graceMs: 100 } as const;
    const receipt = await after(simulatedMachine(world), FORCED, policy);
    expect(receipt.refusals.map(({ code }) => code)).toEqual(['force-not-allowed']);
    expect(receipt.verdict).toBe('still-running');
    expect(new Set(world.deeds.map(({ deed }) => deed))).toEqual(new Set(['asked']));
    expect(receipt.elapsedMs).toBeLessThan(400);
    for (const lang of ['en', 'zh'] as const)
      expect(words(lang).refusal['force-not-allowed'].next).not.toBe('');
  });

  it('is clean where force is never allowed and none is needed', async () => {
    const receipt = await after(simulatedMachine(chat()), FORCED, { force: 'never' });
    expect(receipt).toMatchObject({ verdict: 'gone', refusals: [] });
  });
});

describe('what may not be forced', () => {
  it('is left and named, be it only a helper that hears nobody', async () => {
    const world = chat({ helpers: 1, temper: 'stubborn-helper' });
    const receipt = await after(simulatedMachine(world), EXIT, { force: 'never' });
    expect(receipt.verdict).toBe('partly');
    expect(receipt.refusals).toMatchObject([{ code: 'force-not-allowed' }]);
    expect(world.deeds.filter(({ deed }) => deed === 'ended')).toEqual([]);
  });
});

describe('who may start it again', () => {
  it('and still runs after the watch is named in the receipt', async () => {
    const machine = replaced(simulatedMachine(chat()), {
      processes: { revivers: async () => known(['keep (9)']) },
    });
    const receipt = await after(machine);
    expect(receipt.verdict).toBe('gone');
    expect(receipt.steps.at(-1)).toMatchObject({
      kind: 'settle',
      why: 'may-restart',
      detail: 'keep (9)',
    });
  });

  it('is not waited for where there is no evidence', async () => {
    const machine = replaced(simulatedMachine(chat()), {
      processes: { revivers: async () => known([]) },
    });
    expect((await after(machine)).steps.map(({ kind }) => kind)).not.toContain('settle');
  });
});
