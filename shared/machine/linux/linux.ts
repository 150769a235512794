import type { Client } from '../../core/client.ts';
import { editionsOn } from '../../core/client.ts';
import { recognizer } from '../../core/identify.ts';
import { known, unknown } from '../../core/known.ts';
import { mayMatter } from '../../core/matcher.ts';
import type { Sighting } from '../../core/model.ts';
import { takeClaim, type Holder } from '../claim.ts';
import type { Machine, Scope } from '../machine.ts';
import { linuxPlaces, type Environment } from './places.ts';
import { listProcesses, readStat } from './processes.ts';
import { signal } from './signal.ts';
import { untilGone } from './wait.ts';
import path from 'node:path';

/** What a Linux machine is told from outside, so that another home, bus or screen can be given. */
export interface LinuxOptions {
  readonly env: Environment;
  readonly home: string;
  readonly uid: number;
  readonly now: () => number;
}

/** This Linux computer. */
export function linuxMachine({ env, home, uid, now }: LinuxOptions): Machine {
  const places = linuxPlaces(env, home);
  const me = String(uid);
  const compiled = new WeakMap<readonly Client[], Compiled>();
  const compile = (clients: readonly Client[]): Compiled => {
    const found = compiled.get(clients);
    if (found) return found;
    const made = {
      matters: mayMatter(clients, 'linux', places),
      recognize: recognizer(clients, 'linux', places),
    };
    compiled.set(clients, made);
    return made;
  };

  const observe = async (clients: readonly Client[], scope: Scope): Promise<Sighting> => {
    const { matters, recognize } = compile(clients);
    const processes = listProcesses(matters);
    const nothing = unknown('not-looked');
    const first: Sighting = { me, processes, trayIcons: nothing, windows: nothing };
    if (!scope.trayIcons && !scope.windows) return first;
    const seen = [...recognize(first).values()];
    const pids = seen.flatMap((one) =>
      one.processes.known ? one.processes.value.map((process) => process.pid) : [],
    );
    void env;
    void editionsOn;
    return {
      me,
      processes,
      trayIcons: known([]),
      windows: pids.length === 0 ? known([]) : known([]),
    };
  };

  return {
    platform: 'linux',
    places,
    now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    observe,
    askToQuit: async (way) =>
      way.by === 'signal'
        ? signal(way.process, 'SIGTERM')
        : { delivered: false, why: { code: 'unsupported' } },
    close: async () => ({ delivered: false, why: { code: 'unsupported' } }),
    end: async (process) => signal(process, 'SIGKILL'),
    untilGone: (processes, ms) => untilGone(processes, ms),
    measure: async () => unknown('not-looked'),
    lastActivity: async () => unknown('not-looked'),
    unmerged: async () => known([]),
    remove: async () => ({ files: 0, bytes: 0, to: 'nowhere', refusals: [] }),
    leave: async () => {},
    claim: async (client, request) => {
      const mine: Holder = {
        pid: process.pid,
        startTime: readStat(process.pid)?.startTime ?? '',
        request,
        since: new Date(now()).toISOString(),
      };
      const taken = takeClaim(
        path.join(places.ourState, 'claims', client),
        mine,
        (holder) => readStat(holder.pid)?.startTime === holder.startTime,
      );
      return taken.granted ? { granted: true, release: async () => taken.release() } : taken;
    },
  };
}

interface Compiled {
  readonly matters: (exe: string) => boolean;
  readonly recognize: ReturnType<typeof recognizer>;
}
