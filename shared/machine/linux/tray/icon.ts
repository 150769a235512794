import { known, unknown, type Known } from '../../../core/known.ts';
import type { TrayIcon } from '../../../core/model.ts';
import { BusFault, type Connection } from './connection.ts';
import { ownerOf, pidOf, property, sharesPids } from './daemon.ts';
import { whyOf } from './fault.ts';
import { ITEM, TRY_MS } from './items.ts';
import { proxyFor } from './proxy.ts';
import { addressOf, type Place } from './registration.ts';

/** Ids that items told us while they still answered, so that a ghost keeps its client's name. */
const remembered = new Map<string, string>();
const REMEMBER = 500;

/**
 * One icon as it is now. An item whose owner is gone or does not answer is still shown in the panel:
 * a ghost, reported with the id that it had when we last saw it, or without one.
 */
export async function describeIcon(
  bus: Connection,
  address: string,
  place: Place,
  proc: string,
): Promise<TrayIcon> {
  const owner = await ifOwned(ownerOf(bus, place.name));
  const at = { to: owner.known ? owner.value : place.name, path: place.path };
  const own = addressOf({ name: at.to, path: at.path });
  const nothing = Promise.resolve(unknown('failed'));
  const ask = (name: string): Promise<Known<unknown>> =>
    owner.known ? attempt(property(bus, at, ITEM, name, TRY_MS)) : nothing;
  const [id, title, pid, shares] = await Promise.all([
    ask('Id'),
    ask('Title'),
    owner.known ? ifOwned(pidOf(bus, at.to)) : owner,
    sharesPids(bus),
  ]);
  const holder = pid.known && !shares ? ELSEWHERE : pid;
  // By the name that the watcher lists: a ghost's own name on the bus is gone.
  const key = `${address} ${addressOf(place)}`;
  if (id.known) remember(key, text(id));
  const isMute = pid.known && !id.known && id.why.code === 'timeout' && !remembered.has(key);
  const sandbox = holder.known ? proxyFor(holder.value, proc) : undefined;
  return {
    address: own,
    id: id.known ? text(id) : (remembered.get(key) ?? ''),
    title: text(title),
    holder,
    ...(isMute ? { isMute } : {}),
    ...(sandbox === undefined ? {} : { proxyFor: sandbox }),
  };
}

/** Icons of living programs that cannot be compared with our processes. */
export const isElsewhere = ({ holder }: TrayIcon): boolean =>
  !holder.known && holder.why.code === 'unsupported';

/**
 * The icons that the watcher lists and those that we found ourselves, each once. Only the list can hold
 * ghosts: what we found, and has gone since, is just gone.
 */
export function eachOnce(
  listed: readonly TrayIcon[],
  found: readonly TrayIcon[],
): readonly TrayIcon[] {
  const icons = [...listed, ...found.filter((icon) => icon.holder.known)];
  // The one of the list comes first: it knows its name there.
  return icons.filter((icon, at) => icons.findIndex((one) => one.address === icon.address) === at);
}

/** A program holds it, under a number that belongs to another process here. */
const ELSEWHERE = unknown('unsupported', 'the bus numbers processes as another namespace does');

const text = (fact: Known<unknown>): string =>
  fact.known && typeof fact.value === 'string' ? fact.value : '';

function remember(key: string, id: string): void {
  if (remembered.size >= REMEMBER) remembered.clear();
  remembered.set(key, id);
}

/** The daemon answers for itself: that nobody has a name is a fact, its silence is a fault of the look. */
async function ifOwned<T>(promise: Promise<T>): Promise<Known<T>> {
  try {
    return known(await promise);
  } catch (error) {
    if (error instanceof BusFault && /\.NameHasNoOwner$/.test(error.name))
      return unknown('failed', error.message);
    throw error;
  }
}

/** A program answers for itself only. */
async function attempt<T>(promise: Promise<T>): Promise<Known<T>> {
  try {
    return known(await promise);
  } catch (error) {
    return { known: false, why: whyOf(error) };
  }
}
