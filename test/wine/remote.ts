import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { openSync, closeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Client } from '../../shared/core/client.ts';
import type { Process } from '../../shared/core/model.ts';
import type { Places } from '../../shared/core/paths.ts';
import type { Listed } from '../../shared/machine/port/files.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import type { RemovalOrder } from '../../shared/machine/port/removal.ts';
import type { Answer, Question } from './wire.ts';
import { DRIVE_C, FOLDER, NODE_EXE, seenInWine, WINE, wineEnvironment } from './wine.ts';

/** The Windows machine that runs under Wine, as a machine of this test. */
export interface Remote {
  readonly machine: Machine;
  /** The median of so many full looks, in ms, measured inside. */
  measure(clients: readonly Client[], times: number): Promise<number>;
  /** An exit measured inside: of a client, to its receipt; or, without one, asking and waiting alone. */
  exit(clients: readonly Client[], client: string | null, root: Process): Promise<Exit>;
  end(): Promise<void>;
}

/** In ms from the beginning of an exit. */
export interface Exit {
  /** When the process had left, as Windows notes it. */
  readonly left: number;
  /** When that was known. */
  readonly whole: number;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly mayTouch?: RemovalOrder['mayTouch'];
}

/** Starts Windows' Node with the agent; its environment is what Windows would say of this home. */
export async function startRemote(env: Readonly<Record<string, string>>): Promise<Remote> {
  const token = crypto.randomUUID();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const log = openSync(path.join(FOLDER, 'agent.log'), 'a');
  const agent = spawn(
    WINE,
    [
      NODE_EXE,
      seenInWine(path.join(FOLDER, 'agent.cjs')),
      ...[String(port), token, JSON.stringify(env)],
    ],
    { cwd: DRIVE_C, env: wineEnvironment(), stdio: ['ignore', log, log] },
  );
  closeSync(log);
  const gone = once(agent, 'exit');
  const [socket] = (await Promise.race([
    once(server, 'connection'),
    gone.then(([code]) => Promise.reject(new Error(`the agent ended with ${String(code)}`))),
  ])) as [Socket];
  server.close();
  const line = talk(socket, token);
  const { ask } = line;
  const places = (await ask('places')) as Places;
  return {
    machine: machineBehind(ask, places),
    measure: async (clients, times) =>
      (await ask('measure', await line.catalogue(clients), times)) as number,
    exit: async (clients, client, root) =>
      (await ask('exit', await line.catalogue(clients), client, root)) as Exit,
    end: async () => {
      socket.destroy();
      await gone;
    },
  };

  function machineBehind(say: typeof ask, at: Places): Machine {
    const verb =
      (name: Question['verb']) =>
      (...given: readonly unknown[]): Promise<never> =>
        say(name, ...given) as Promise<never>;
    const look =
      (service: 'processes' | 'desktop') =>
      async (clients: readonly Client[], question: unknown): Promise<never> =>
        say(`${service} observe`, await line.catalogue(clients), question) as Promise<never>;
    return {
      platform: 'windows',
      places: at,
      user: {},
      clock: { now: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
      quit: { ask: verb('quit ask') },
      desktop: { observe: look('desktop'), close: verb('desktop close') },
      processes: {
        observe: look('processes'),
        end: verb('processes end'),
        untilGone: verb('processes untilGone'),
        memory: verb('processes memory'),
      },
      files: {
        accounts: verb('files accounts'),
        lastActivity: verb('files lastActivity'),
        unmerged: verb('files unmerged'),
        list: async (...given) => {
          const found = (await say('list', ...given)) as
            | { readonly known: false }
            | { readonly known: true; readonly value: Listed & { readonly number: number } };
          if (!found.known) return found as never;
          const { listing, number } = found.value;
          const remove = (order: RemovalOrder) =>
            line.remove(() => order.mayTouch(), number, order.permanently) as Promise<never>;
          return { known: true, value: { listing, remove } };
        },
      },
      examine: verb('examine'),
      leave: async () => {},
    };
  }
}

/** Questions and answers over one connection. */
function talk(socket: Socket, token: string) {
  const pending = new Map<number, Pending>();
  const sent = new WeakMap<readonly Client[], number>();
  let count = 0;
  let trusted = false;
  const put = (
    verb: Question['verb'],
    given: readonly unknown[],
    mayTouch?: RemovalOrder['mayTouch'],
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++count;
      pending.set(id, { resolve, reject, ...(mayTouch ? { mayTouch } : {}) });
      socket.write(`${JSON.stringify({ id, verb, given })}\n`);
    });
  const heard = async (line: string): Promise<void> => {
    if (!trusted) {
      trusted = line === token;
      if (!trusted) socket.destroy();
      return;
    }
    const answer = JSON.parse(line) as Answer;
    if ('ask' in answer) {
      const value = await pending.get(answer.about)?.mayTouch?.();
      socket.write(`${JSON.stringify({ answered: answer.ask, value })}\n`);
      return;
    }
    const one = pending.get(answer.id);
    pending.delete(answer.id);
    if ('error' in answer) one?.reject(new Error(answer.error));
    else one?.resolve(answer.value);
  };
  createInterface({ input: socket }).on('line', (line) => void heard(line));
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const { reject } of pending.values()) reject(new Error('the agent has gone'));
  });
  return {
    ask: (verb: Question['verb'], ...given: readonly unknown[]) => put(verb, given),
    remove: (mayTouch: RemovalOrder['mayTouch'], ...given: readonly unknown[]) =>
      put('remove', given, mayTouch),
    /** The number of a list of clients, which is sent when it is first needed. */
    catalogue: async (clients: readonly Client[]): Promise<number> => {
      const known = sent.get(clients);
      if (known !== undefined) return known;
      const number = ++count;
      sent.set(clients, number);
      await put('catalogue', [number, clients]);
      return number;
    },
  };
}
