import type { Socket } from 'node:net';
import type { MessageBus } from '@jellybrick/dbus-next';
import type { Why } from '../../../core/known.ts';

/** How long anybody on the bus may take to answer one call. */
export const CALL_MS = 1_500;

export interface Call {
  readonly to: string;
  readonly path: string;
  readonly in: string;
  readonly say: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
  readonly ms?: number;
}

export interface Connection {
  /** Answers the body of the reply, or throws a BusFault. */
  call(call: Call): Promise<readonly unknown[]>;
  /**
   * Our own pid as the bus has it: another number where it counts as another pid namespace does, or where a
   * proxy speaks for us; undefined where it cannot say.
   */
  ownPid(): Promise<number | undefined>;
  /** All connections by their own names, with their pids; absent where they are asked for singly. */
  peers?(): Promise<ReadonlyMap<string, number>>;
  readonly alive: boolean;
  close(): void;
}

/** Why a call did not answer; `name` is D-Bus's own word, where the bus answered with an error. */
export class BusFault extends Error {
  readonly code: Why['code'];
  constructor(code: Why['code'], message: string, name = '') {
    super(message);
    this.code = code;
    this.name = name;
  }
}

/** Loads D-Bus only now, because most commands never need it. */
export async function connect(address: string, ms = CALL_MS): Promise<Connection> {
  const dbus = await import('@jellybrick/dbus-next');
  const bus = dbus.sessionBus({ busAddress: address });
  const waiting = new Set<(fault: BusFault) => void>();
  let alive = true;
  const lost = (error?: unknown): void => {
    close();
    const fault = new BusFault('failed', `${address}: ${reasonOf(error)}`);
    for (const fail of [...waiting]) fail(fault);
  };
  // Every fault comes as an event; without a listener it would end this program.
  bus.on('error' as 'connect', lost);

  /** The timer keeps the program for this one answer; the idle connection does not. */
  const within = <T>(limit: number, what: string, promise: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        waiting.delete(fail);
        settle();
      };
      const fail = (fault: BusFault): void => end(() => reject(fault));
      const timer = setTimeout(
        () => fail(new BusFault('timeout', `${what} did not answer within ${limit} ms`)),
        limit,
      );
      waiting.add(fail);
      promise.then(
        (value) => end(() => resolve(value)),
        (error: unknown) => fail(faultOf(error, what)),
      );
    });

  const close = (): void => {
    alive = false;
    socketOf(bus)?.destroy();
  };
  try {
    await within(ms, address, new Promise<void>((resolve) => bus.once('connect', resolve)));
  } catch (error) {
    close();
    throw error;
  }
  const socket = socketOf(bus);
  socket?.once('close', () => lost());
  socket?.unref();

  let own: Promise<number | undefined> | undefined;
  const connection: Connection = {
    get alive() {
      return alive;
    },
    close,
    ownPid: () => (own ??= askOwnPid(connection, bus.name ?? '')),
    call: async ({ to, path, in: iface, say, signature = '', body = [], ms: limit = CALL_MS }) => {
      if (!alive) throw new BusFault('failed', `${address}: the connection is closed`);
      const message = new dbus.Message({
        destination: to,
        path,
        interface: iface,
        member: say,
        signature,
        body: [...body],
        // Looking must never start a service.
        flags: dbus.MessageFlag.NO_AUTO_START,
      });
      const reply = await within(limit, `${to} ${say}`, bus.call(message));
      return reply?.body ?? [];
    },
  };
  return connection;
}

/** Over TCP the bus cannot say it. */
async function askOwnPid(bus: Connection, ownName: string): Promise<number | undefined> {
  const at = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
  const question = { ...at, in: at.to, say: 'GetConnectionUnixProcessID' };
  try {
    const [pid] = await bus.call({ ...question, signature: 's', body: [ownName] });
    return Number(pid);
  } catch (error) {
    if (error instanceof BusFault && error.name !== '') return undefined;
    throw error;
  }
}

/** The library has no public way to its socket, and an idle socket would keep the program running. */
function socketOf(bus: MessageBus): Socket | undefined {
  const connection: unknown = Reflect.get(bus, '_connection');
  const stream: unknown =
    typeof connection === 'object' && connection !== null
      ? Reflect.get(connection, 'stream')
      : undefined;
  return typeof stream === 'object' && stream !== null && 'unref' in stream
    ? (stream as Socket)
    : undefined;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'the bus closed the connection';

function faultOf(error: unknown, what: string): BusFault {
  const name = error instanceof Error && 'type' in error ? String(error.type) : '';
  const code = /AccessDenied|AuthFailed/.test(name) ? 'denied' : 'failed';
  return new BusFault(code, `${what}: ${reasonOf(error)}`, name);
}
