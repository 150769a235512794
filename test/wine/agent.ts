import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import type { Client } from '../../shared/core/client.ts';
import type { Process, Refusal } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import { runRequest } from '../engine/in-a-room.ts';
import type { Listed } from '../../shared/machine/port/files.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { loadApi } from '../../shared/machine/windows/native/api.ts';
import { ACCESS } from '../../shared/machine/windows/native/codes.ts';
import { openSame } from '../../shared/machine/windows/native/handle.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { snapshotOf } from '../observe.ts';
import type { Answer, Question, Service } from './wire.ts';

type Call = (...given: readonly unknown[]) => unknown;

/**
 * The machine of Windows, run by Windows' own Node under Wine, for a test that runs outside: one question a
 * line, one answer a line. Lists of clients are sent once and named after that.
 */
const [, , port = '', token = '', env = '{}'] = process.argv;
// Wine fills in the folders of its own user, whatever it is given.
Object.assign(process.env, JSON.parse(env));
const machine = nativeMachine();
const socket = createConnection({ host: '127.0.0.1', port: Number(port) });
const catalogues = new Map<number, readonly Client[]>();
const listings = new Map<number, Listed>();
const asked = new Map<number, (answer: unknown) => void>();
let counted = 0;

const say = (answer: Answer): void => void socket.write(`${JSON.stringify(answer)}\n`);

/** Asks the test something, in the middle of a removal. */
const ask = (about: number): Promise<unknown> =>
  new Promise((resolve) => {
    const id = ++counted;
    asked.set(id, resolve);
    say({ ask: id, about });
  });

async function remove(id: number, listing: number, permanently: boolean): Promise<unknown> {
  const listed = listings.get(listing);
  if (!listed) throw new Error('no such listing');
  return listed.remove({
    permanently,
    mayTouch: async () => (await ask(id)) as Refusal | undefined,
  });
}

async function list(given: readonly unknown[]): Promise<unknown> {
  const found = await machine.files.list(...(given as Parameters<Machine['files']['list']>));
  if (!found.known) return found;
  listings.set(++counted, found.value);
  return { known: true, value: { listing: found.value.listing, number: counted } };
}

async function answer({ id, verb, given }: Question): Promise<unknown> {
  const [first, ...rest] = given;
  switch (verb) {
    case 'catalogue':
      return void catalogues.set(first as number, rest[0] as readonly Client[]);
    case 'processes observe':
      return machine.processes.observe(catalogues.get(first as number) ?? [], rest[0] as never);
    case 'desktop observe':
      return machine.desktop.observe(catalogues.get(first as number) ?? [], rest[0] as never);
    case 'list':
      return list(given);
    case 'remove':
      return remove(id, first as number, rest[0] as boolean);
    case 'places':
      return machine.places;
    case 'measure':
      return measure(first as number, given[1] as number);
    case 'exit':
      return exit(first as number, given[1] as string | null, given[2] as Process);
    case 'examine':
      return machine.examine();
    default: {
      const [service = '', name = ''] = verb.split(' ');
      const at = machine[service as Service] as unknown as Record<string, Call>;
      return at[name]?.(...given);
    }
  }
}

/**
 * An exit inside, in ms from its beginning: when this process had left, and when that was known. With a client
 * the whole request, until its receipt; without one only what the port does: ask, and wait.
 */
async function exit(catalogue: number, client: string | null, process: Process): Promise<unknown> {
  const clients = catalogues.get(catalogue) ?? [];
  const api = await loadApi();
  const held = openSame(api, process, ACCESS.SYNCHRONIZE);
  if (typeof held === 'string') throw new Error(held);
  const room = { machine, clients, lang: 'en', surface: 'bench' } as const;
  const began = clock();
  const root = { ...process, role: 'root' } as const;
  if (client === null) {
    await machine.quit.ask({ by: 'signal', process: root });
    await machine.processes.untilGone([root], 10_000);
  } else await runRequest(room, { kind: 'exit', client }, DEFAULT_POLICY);
  const ended = clock();
  const times = [0, 1, 2, 3].map(() => Buffer.alloc(8));
  api.kernel32.GetProcessTimes(held.handle, ...times);
  held.close();
  const left = Number((times[1]?.readBigUInt64LE() ?? 0n) / 10n) / 1_000 - SINCE_1601_MS;
  return { left: left - began, whole: ended - began };
}

const SINCE_1601_MS = 11_644_473_600_000;
const clock = (): number => performance.timeOrigin + performance.now();

/** How long a full look takes, warm, in ms: the median of `times`. */
async function measure(catalogue: number, times: number): Promise<number> {
  const clients = catalogues.get(catalogue) ?? [];
  const took: number[] = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await snapshotOf(machine, clients, { trayIcons: true, windows: true });
    took.push(performance.now() - began);
  }
  return took.sort((one, other) => one - other)[times >> 1] ?? 0;
}

socket.on('error', () => process.exit(1)).on('close', () => process.exit(0));
socket.write(`${token}\n`);
createInterface({ input: socket }).on('line', (line) => {
  const question = JSON.parse(line) as Question | { readonly answered: number; value?: unknown };
  if ('answered' in question) return void asked.get(question.answered)?.(question.value);
  answer(question).then(
    (value) => say({ id: question.id, value }),
    (error: unknown) => say({ id: question.id, error: String(error) }),
  );
});
