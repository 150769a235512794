import { BusFault, type Connection } from './connection.ts';
import { peersOf, property, sharesPids, strings } from './daemon.ts';
import { parseRegistration, type Place } from './registration.ts';

export const ITEM = 'org.kde.StatusNotifierItem';
const WATCHER = 'org.kde.StatusNotifierWatcher';
const AYATANA = '/org/ayatana/NotificationItem';

/** A client's connection that never answers must not hold up the look. */
export const TRY_MS = 400;

/**
 * What the panel's watcher lists (StatusNotifierWatcher specification). No watcher: nothing is
 * registered, so nothing is shown. A watcher that does not answer is a fault, never an empty list.
 */
export async function registeredItems(bus: Connection): Promise<readonly Place[]> {
  try {
    const list = strings(await listed(bus));
    return list.flatMap((text) => parseRegistration(text) ?? []);
  } catch (error) {
    if (error instanceof BusFault && /NameHasNoOwner|ServiceUnknown/.test(error.name)) return [];
    throw error;
  }
}

/** A watcher that leaves while it is asked is asked again: then it is another one, or none. */
async function listed(bus: Connection): Promise<unknown> {
  const at = { to: WATCHER, path: '/StatusNotifierWatcher' };
  const ask = () => property(bus, at, WATCHER, 'RegisteredStatusNotifierItems');
  try {
    return await ask();
  } catch (error) {
    if (error instanceof BusFault && error.name.endsWith('.NoReply')) return ask();
    throw error;
  }
}

/**
 * Items of the candidates' own connections, registered or not: that is how a menu is found where the
 * watcher died. It finds ways to ask; that nothing is shown is proven by the watcher alone, so a
 * connection that stays silent here is no fault.
 */
export async function itemsOfProcesses(
  bus: Connection,
  candidates: ReadonlySet<number>,
): Promise<readonly Place[]> {
  if (candidates.size === 0) return [];
  const [shares, peers] = await Promise.all([sharesPids(bus), peersOf(bus)]);
  if (!shares) return [];
  const theirs = [...peers].flatMap(([name, pid]) => (candidates.has(pid) ? [name] : []));
  return (await Promise.all(theirs.map((name) => itemsOfConnection(bus, name)))).flat();
}

async function itemsOfConnection(bus: Connection, name: string): Promise<readonly Place[]> {
  const paths = ['/StatusNotifierItem', ...(await ayatanaPaths(bus, name))];
  const places = paths.map((path): Place => ({ name, path }));
  const there = await Promise.allSettled(
    places.map((place) => property(bus, { to: name, path: place.path }, ITEM, 'Id', TRY_MS)),
  );
  return places.filter((_, at) => there[at]?.status === 'fulfilled');
}

async function ayatanaPaths(bus: Connection, name: string): Promise<readonly string[]> {
  try {
    const [xml] = await bus.call({
      to: name,
      path: AYATANA,
      in: 'org.freedesktop.DBus.Introspectable',
      say: 'Introspect',
      ms: TRY_MS,
    });
    return [...String(xml).matchAll(/<node name="([A-Za-z0-9_]+)"/g)].map(
      (found) => `${AYATANA}/${found[1] ?? ''}`,
    );
  } catch {
    return []; // Not a program that uses libayatana-appindicator.
  }
}
