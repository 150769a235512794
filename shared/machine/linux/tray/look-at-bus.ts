import type { TrayIcon } from '../../../core/model.ts';
import { BusFault, type Connection } from './connection.ts';
import { busId } from './daemon.ts';
import { describeIcon, eachOnce, isElsewhere } from './icon.ts';
import { itemsOfProcesses, registeredItems } from './items.ts';
import { busAt } from './open.ts';
import { proxyFor } from './proxy.ts';
import { addressOf, type Place } from './registration.ts';

/** Whose connections are searched, and where processes are looked at. */
export interface BusQuestion {
  readonly candidates?: ReadonlySet<number>;
  readonly proc?: string;
}

/** Our session's own, the session's of a client, or one that a single client has for itself. */
export type BusKind = 'session' | 'other-session' | 'own-bus';

/**
 * Every tray icon on one bus. Throws a BusFault where the bus does not answer, and where it numbers
 * processes as another namespace does while somebody shows an icon: whose it is cannot be known.
 */
export const lookAtBus = async (
  address: string,
  question: BusQuestion,
  kind: BusKind,
): Promise<readonly TrayIcon[]> => lookOn(await busAt(address), address, question, kind);

/** The same over a connection that is there. */
export async function lookOn(
  bus: Connection,
  address: string,
  { candidates = new Set(), proc = '/proc' }: BusQuestion,
  kind: BusKind,
): Promise<readonly TrayIcon[]> {
  // A sandbox's own socket: what its client shows is shown on the bus behind it, and is seen there.
  if (kind === 'other-session' && (await isProxy(bus, proc))) return [];
  const [registered, found] = await Promise.all([
    registeredItems(bus),
    itemsOfProcesses(bus, candidates),
  ]);
  const describe = (places: readonly Place[]): Promise<readonly TrayIcon[]> =>
    Promise.all(places.map((place) => describeIcon(bus, address, place, proc)));
  const [shown, own, id] = await Promise.all([
    describe(registered),
    describe(found),
    registered.length > 0 ? busId(bus) : '',
  ]);
  // Programs may stay silent, but a bus that was lost on the way has told us half.
  if (!bus.alive) throw new BusFault('failed', `${address}: the connection was lost`);
  if (kind !== 'own-bus' && shown.some(isElsewhere))
    throw new BusFault('unsupported', `${address}: ${FOREIGN}`);
  const listed = shown.map((icon, at) => {
    const place = registered[at];
    return place ? { ...icon, listed: { bus: id, name: addressOf(place), at: address } } : icon;
  });
  return eachOnce(listed, own).map((icon) =>
    kind === 'session' ? icon : { ...icon, bus: address },
  );
}

async function isProxy(bus: Connection, proc: string): Promise<boolean> {
  const pid = await bus.ownPid();
  return pid !== undefined && pid !== process.pid && proxyFor(pid, proc) !== undefined;
}

const FOREIGN = 'it numbers processes as another namespace does';
