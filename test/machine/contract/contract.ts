import { afterEach, describe, expect, it } from 'vitest';
import { recognizer } from '../../../shared/core/identify.ts';
import type { ClientProcess, Observation, Policy, Verdict } from '../../../shared/core/model.ts';
import { quitMethodsFor } from '../../../shared/core/quit-methods.ts';
import { NO_SESSION } from '../../../shared/core/desktop-session.ts';
import { identifiedIn, processesOnly } from '../../../shared/core/sight.ts';
import { newCarry, type Carry } from '../../../shared/engine/carry.ts';
import { memoryIcons } from '../../engine/memory-store.ts';
import { runRequest, preview } from '../../engine/in-a-room.ts';
import { BEHAVIOURS, type Behaviour } from '../../../shared/practice/behaviour.ts';
import { HELPERS, type SetStage, type Stage } from './stage.ts';
import { snapshotOf } from '../../observe.ts';

const FULL = { trayIcons: true, windows: true };

const POLICY: Policy = {
  timeoutMs: 4_000,
  graceMs: 500,
  settleMs: 200,
  purgeSettleMs: 1_000,
  hold: false,
  force: 'allow',
};

/** What a safe exit, and then a force exit, truthfully come to. */
const VERDICTS: Readonly<Record<Behaviour, readonly [exit: Verdict, force: Verdict]>> = {
  polite: ['gone', 'gone'],
  slow: ['gone', 'gone'],
  deaf: ['still-running', 'gone'],
  respawning: ['gone', 'gone'],
  'stubborn-helper': ['gone', 'gone'],
  ghost: ['partly', 'partly'],
  asks: ['still-running', 'gone'],
};

/** What every machine must do alike; run on each of them. */
export function machineContract(name: string, setStage: SetStage): void {
  describe(`the machine "${name}"`, () => {
    let stage: Stage | undefined;
    const enter = async (temper: Behaviour): Promise<Stage> => (stage = await setStage(temper));
    afterEach(async () => {
      await stage?.end();
      stage = undefined;
    });

    const look = async (
      { machine, clients, client }: Pick<Stage, 'machine' | 'clients' | 'client'>,
      carry?: Carry,
    ): Promise<Observation> => {
      const snapshot = await snapshotOf(machine, clients, FULL, carry);
      const seen = recognizer(clients, machine.platform, machine.places)(snapshot).get(client);
      if (!seen) throw new Error('not looked at');
      return seen;
    };
    const methodsOf = (here: Stage, seen: Observation) => {
      const [client] = here.clients.filter((one) => one.id === here.client);
      if (!client) throw new Error('no client');
      return quitMethodsFor(rootOf(seen), {
        client,
        platform: here.machine.platform,
        seen,
        request: { kind: 'exit', client: here.client },
        policy: POLICY,
      });
    };
    const processes = (seen: Observation): readonly ClientProcess[] => {
      if (!seen.processes.known) throw new Error(JSON.stringify(seen.processes.why));
      return seen.processes.value;
    };
    const rootOf = (seen: Observation): ClientProcess => {
      const root = processes(seen).find((process) => process.role === 'root');
      if (!root) throw new Error('no root');
      return root;
    };

    it('sees a root, its helpers and one tray icon', async () => {
      const seen = await look(await enter('polite'));
      const roles = processes(seen).map((process) => process.role);
      expect(roles.filter((role) => role === 'root')).toHaveLength(1);
      expect(roles.filter((role) => role === 'helper')).toHaveLength(HELPERS);
      if (stage?.cannot?.trayIcon)
        expect(seen.trayIcons.known ? seen.trayIcons.value : []).toEqual([]);
      else expect(seen.trayIcons).toMatchObject({ known: true, value: [{ id: stage?.client }] });
    });

    it('asks by the best way there is, and waits until the root has left', async () => {
      const here = await enter('polite');
      const seen = await look(here);
      const [way] = methodsOf(here, seen);
      expect(way?.by).toBe(here.cannot?.trayMenu ? 'signal' : 'tray-menu');
      if (way) expect(await here.machine.quit.ask(way)).toMatchObject({ state: 'delivered' });
      expect(await here.machine.processes.untilGone([rootOf(seen)], 10_000)).toEqual([]);
    });

    it('asks without having looked before, by what another machine made of its look', async () => {
      const here = await enter('polite');
      const seen = await look(here);
      const [way] = methodsOf(here, seen);
      const stranger = await here.another();
      if (way) expect(await stranger.quit.ask(way)).toMatchObject({ state: 'delivered' });
      expect(await stranger.processes.untilGone([rootOf(seen)], 10_000)).toEqual([]);
    });

    it('shows another machine the same, with what its looks learned', async () => {
      const here = await enter('polite');
      const carry = newCarry(memoryIcons());
      const seen = await look(here, carry);
      const again = await look({ ...here, machine: await here.another() }, carry);
      const pids = (one: Observation) => processes(one).map(({ pid }) => pid);
      expect(pids(again).sort()).toEqual(pids(seen).sort());
      expect(again.trayIcons).toEqual(seen.trayIcons);
      expect(again.windows).toEqual(seen.windows);
    });

    it('looks at processes and desktop each by itself, and only at what it is asked', async () => {
      const { machine, clients } = await enter('polite');
      const asked = { session: NO_SESSION, heldIcons: [] };
      const scope = { trayIcons: false, windows: false };
      const sight = await machine.processes.observe(clients, { scope, session: NO_SESSION });
      expect(sight.processes.known).toBe(true);
      const identified = identifiedIn(
        recognizer(clients, machine.platform, machine.places)(processesOnly(sight)),
      );
      expect(identified.processes.length).toBeGreaterThan(HELPERS);
      for (const name of ['trayIcons', 'windows'] as const) {
        const { desktop: _, ...alone } = sight;
        const one = { ...asked, scope: { ...scope, [name]: true }, sight: alone, identified };
        const seen = await machine.desktop.observe(clients, one);
        const other = name === 'windows' ? seen.trayIcons : seen.windows;
        expect(other).toMatchObject({ known: false, why: { code: 'not-looked' } });
        expect(seen[name]).not.toMatchObject({ why: { code: 'not-looked' } });
      }
    });

    it('has a clock that goes on', async () => {
      const { machine } = await enter('polite');
      const before = machine.clock.now();
      await machine.clock.sleep(5);
      expect(machine.clock.now()).toBeGreaterThan(before);
    });

    it('tells the memory of processes, and none of those that have left', async () => {
      const here = await enter('polite');
      const all = processes(await look(here));
      const held = await here.machine.processes.memory(all);
      expect(held.known && held.value).toBeGreaterThan(1_000_000);
      for (const one of all) await here.machine.processes.end(one);
      await here.machine.processes.untilGone(all, 10_000);
      expect(await here.machine.processes.memory(all)).toEqual({ known: true, value: 0 });
    });

    it('answers who is still there when the time is over', async () => {
      const here = await enter('deaf');
      const root = rootOf(await look(here));
      await here.machine.quit.ask({ by: 'signal', process: root });
      const left = await here.machine.processes.untilGone([root], 100);
      expect(left.map((process) => process.pid)).toEqual([root.pid]);
    });

    it('ends a process once, and takes a second time as already done', async () => {
      const here = await enter('deaf');
      const root = rootOf(await look(here));
      expect(await here.machine.processes.end(root)).toMatchObject({ state: 'delivered' });
      expect(await here.machine.processes.untilGone([root], 5_000)).toEqual([]);
      expect(await here.machine.processes.end(root)).toEqual({ state: 'already' });
    });

    it('does not end a process that merely has the same pid', async () => {
      const here = await enter('polite');
      const root = rootOf(await look(here));
      const earlier = { ...root, startTime: 'earlier' };
      expect(await here.machine.processes.end(earlier)).toEqual({ state: 'already' });
      expect(rootOf(await look(here)).pid).toBe(root.pid);
    });

    it('changes nothing in a preview', async () => {
      const here = await enter('polite');
      const room = { ...here, lang: 'en', surface: 'test' } as const;
      const before = processes(await look(here)).map((process) => process.pid);
      for (const kind of ['exit', 'force', 'purge', 'hide'] as const)
        await preview(room, { kind, client: here.client }, POLICY);
      expect(processes(await look(here)).map((process) => process.pid)).toEqual(before);
    });

    it.each(BEHAVIOURS)('tells the truth about a client that is %s', async (temper) => {
      const here = await enter(temper);
      const room = { ...here, lang: 'en', surface: 'test' } as const;
      const request = { client: here.client } as const;
      const [afterExit, afterForce] =
        temper === 'ghost' && here.cannot?.ghost ? VERDICTS.polite : VERDICTS[temper];
      const exit = await runRequest(room, { ...request, kind: 'exit' }, POLICY);
      expect([exit.verdict, exit.refusals]).toEqual([afterExit, []]);
      const force = await runRequest(room, { ...request, kind: 'force' }, POLICY);
      expect(force.verdict).toBe(afterForce);
      expect(force.left.processes).toEqual([]);
    });

    it('refuses to purge a client that runs, and frees the cache of one that left', async () => {
      const here = await enter('polite');
      const room = { ...here, lang: 'en', surface: 'test' } as const;
      const purge = { kind: 'purge', client: here.client, tiers: ['cache'] } as const;
      const early = await runRequest(room, purge, POLICY);
      expect(early.refusals.map((refusal) => refusal.code)).toEqual(['client-running']);
      expect(early.removed).toBeUndefined();
      await runRequest(room, { kind: 'exit', client: here.client }, POLICY);
      const { listing } = (await preview(room, purge, POLICY)).plan;
      const before = listing?.known ? listing.value : undefined;
      const late = await runRequest(room, purge, POLICY);
      expect([late.verdict, late.refusals]).toEqual(['gone', []]);
      expect(late.removed?.bytes).toBe(before?.bytes);
      expect(late.removed?.bytes).toBeGreaterThan(0);
      expect(late.left.bytes).toBe(0);
    });
  });
}
