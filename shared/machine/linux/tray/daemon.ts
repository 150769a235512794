import type { Connection } from './connection.ts';

const DAEMON = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  in: 'org.freedesktop.DBus',
};

/** All connections of the bus by their own names (`:1.42`), which are never used twice, with their pids. */
export async function peersOf(bus: Connection): Promise<ReadonlyMap<string, number>> {
  if (bus.peers) return bus.peers();
  const [list] = await bus.call({ ...DAEMON, say: 'ListNames' });
  const names = strings(list).filter((name) => name.startsWith(':'));
  const pids = await Promise.allSettled(names.map((name) => pidOf(bus, name)));
  return new Map(
    names.flatMap((name, at) => {
      const pid = pids[at];
      return pid?.status === 'fulfilled' ? [[name, pid.value]] : [];
    }),
  );
}

/** Whether the bus numbers processes as we do; else no number of it is compared with anything. */
export const sharesPids = async (bus: Connection): Promise<boolean> =>
  (await bus.ownPid()) === process.pid;

const ids = new WeakMap<Connection, Promise<string>>();

/** The number that the daemon gives itself when it starts (`GetId`), asked once for a connection. */
export function busId(bus: Connection): Promise<string> {
  const found = ids.get(bus) ?? bus.call({ ...DAEMON, say: 'GetId' }).then(([id]) => String(id));
  ids.set(bus, found);
  return found;
}

/** The connection behind a name. Throws where nobody has it. */
export async function ownerOf(bus: Connection, name: string): Promise<string> {
  if (name.startsWith(':')) return name;
  const [owner] = await bus.call({
    ...DAEMON,
    say: 'GetNameOwner',
    signature: 's',
    body: [name],
  });
  return String(owner);
}

/** The process of a connection, as the kernel told the bus: on our side of any sandbox. */
export async function pidOf(bus: Connection, name: string): Promise<number> {
  const [pid] = await bus.call({
    ...DAEMON,
    say: 'GetConnectionUnixProcessID',
    signature: 's',
    body: [name],
  });
  return Number(pid);
}

/** One property; read singly, because reading all brings every icon's pixels along. */
export async function property(
  bus: Connection,
  at: { readonly to: string; readonly path: string },
  iface: string,
  name: string,
  ms?: number,
): Promise<unknown> {
  const [variant] = await bus.call({
    ...at,
    in: 'org.freedesktop.DBus.Properties',
    say: 'Get',
    signature: 'ss',
    body: [iface, name],
    ...(ms === undefined ? {} : { ms }),
  });
  return plain(variant);
}

/** The value inside of a variant. */
export const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'signature' in value && 'value' in value
    ? value.value
    : value;

export const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
