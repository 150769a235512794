import { known, unknown, type Known } from '../../core/known.ts';
import type { Delivery, Platform } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import type { Machine } from '../machine.ts';
import { resetsIn } from './resets.ts';
import { listIn } from './listing.ts';
import type { Actor, World } from './world.ts';

/** Which probes fail, and at which look (counted from 1); a missing entry never fails. */
export interface Blindness {
  readonly processes?: (look: number) => boolean;
  readonly trayIcons?: (look: number) => boolean;
  readonly windows?: (look: number) => boolean;
}

export const SIMULATED_ME = '1000';

/** What one simulated process holds in memory, in bytes. */
export const SIMULATED_MEMORY = 50_000_000;

export const SIMULATED_PLACES: Places = {
  home: '/home/ming',
  documents: '/home/ming/Documents',
  config: '/home/ming/.config',
  data: '/home/ming/.local/share',
  cache: '/home/ming/.cache',
  temp: '/tmp',
  ourConfig: '/home/ming/.config/clean-exit',
  ourState: '/home/ming/.local/state/clean-exit',
};

/** A machine made of one value: no process, no file, no clock of this computer is touched. */
export function simulatedMachine(
  world: World,
  blindness: Blindness = {},
  platform: Platform = 'linux',
): Machine {
  let looks = 0;
  const seen = <T>(fails: ((look: number) => boolean) | undefined, value: T): Known<T> =>
    fails?.(looks) ? unknown('failed', 'simulated') : known(value);
  const ask = (actor: Actor | undefined): Delivery => {
    if (!actor) return { state: 'already' };
    world.deeds.push({ deed: 'asked', process: actor.process, at: world.now });
    if (actor.nature.whenAsked !== 'stays') actor.leavesAt = world.now + actor.nature.whenAsked;
    return { state: 'delivered' };
  };
  return {
    platform,
    places: SIMULATED_PLACES,
    user: {},
    // machine-id(5) of no computer.
    device: async () => known('0'.repeat(64)),
    clock: { now: () => world.now, sleep: async (ms) => world.advance(world.now + ms) },
    quit: {
      ask: async (way) => {
        if (way.by === 'signal') return ask(world.find(way.process));
        const pid = way.by === 'window' ? way.window.pid : holderOf(way.icon.holder);
        const actor = world.actors.find((one) => one.process.pid === pid);
        return actor
          ? ask(actor)
          : { state: 'failed', reason: { code: 'failed', detail: 'no menu' } };
      },
    },
    desktop: {
      observe: async (_clients, { scope }) => ({
        trayIcons: scope.trayIcons
          ? seen(blindness.trayIcons, [...world.icons])
          : unknown('not-looked'),
        windows: scope.windows
          ? seen(blindness.windows, [...world.windows])
          : unknown('not-looked'),
      }),
      close: async (window) => {
        world.deeds.push({ deed: 'closed', window, at: world.now });
        world.windows = world.windows.map((one) =>
          one.id === window.id ? { ...one, visible: false } : one,
        );
        return { state: 'delivered' };
      },
    },
    processes: {
      observe: async () => {
        looks++;
        world.advance(world.now + 1);
        const all = world.actors.map((actor) => actor.process);
        return { me: SIMULATED_ME, processes: seen(blindness.processes, all) };
      },
      end: async (process) => {
        const actor = world.find(process);
        if (!actor) return { state: 'already' };
        world.deeds.push({ deed: 'ended', process, at: world.now });
        if (actor.nature.denied)
          return { state: 'failed', reason: { code: 'denied', detail: 'EPERM' } };
        world.leave(actor);
        return { state: 'delivered' };
      },
      untilGone: async (processes, ms) => {
        const until = world.now + ms;
        const left = (): typeof processes => processes.filter((process) => world.find(process));
        while (left().length > 0 && world.now < until)
          world.advance(Math.min(until, world.nextChange() ?? until));
        return left();
      },
      memory: async (processes) =>
        known(processes.filter((one) => world.find(one)).length * SIMULATED_MEMORY),
    },
    files: {
      list: async (client, wanted) => known(listIn(world, client.id, wanted)),
      accounts: async () => known([]),
      lastActivity: async () => known(world.lastLeft),
      unmerged: async () => known([]),
      resets: resetsIn(world),
    },
    start: async (program) => {
      world.start(program, SIMULATED_ME);
      return { state: 'delivered' };
    },
    identify: (program) => world.identities.get(program) ?? `the program at ${program}`,
    examine: async () => [],
    leave: async () => {},
  };
}

const holderOf = (holder: Known<number>): number | undefined =>
  holder.known ? holder.value : undefined;
