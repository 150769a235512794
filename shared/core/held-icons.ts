import type { ClientId, Observation, TrayIcon } from './model.ts';

/** A tray icon that a client held when it was last looked at. */
export interface HeldIcon {
  /** The number that the daemon of the bus gives itself: another one after every start. */
  readonly bus: string;
  /** The address of that bus: a program of a scheduler knows none of its own. Older files do not say it. */
  readonly at?: string;
  /** Its name in the panel's list, which stays when its holder is gone. */
  readonly listed: string;
  /** Where it answered: a name that the bus never uses twice. */
  readonly address: string;
  readonly id: string;
  readonly client: ClientId;
}

/** More than anybody leaves; older ones are of buses that have ended. */
const MOST = 64;

/**
 * The icons, each with the client that held it. A panel may keep the icon of a program that has ended, and then
 * nobody says any more whose it was; a child may hold its parent's icon, and outlive it.
 */
export const withFormerHolders = (
  icons: readonly TrayIcon[],
  held: readonly HeldIcon[],
): readonly TrayIcon[] =>
  held.length === 0
    ? icons
    : icons.map((icon) => {
        const one = isListed(icon) ? held.find((before) => isOf(icon, before)) : undefined;
        return one === undefined ? icon : { ...icon, id: icon.id || one.id, wasOf: one.client };
      });

/**
 * What is to be remembered after a look: an entry goes when its panel no longer lists its icon, and comes where one
 * client alone holds a listed icon. The same value where nothing changed.
 */
export function heldAfter(
  before: readonly HeldIcon[],
  icons: readonly TrayIcon[],
  observations: ReadonlyMap<ClientId, Pick<Observation, 'trayIcons'>>,
): readonly HeldIcon[] {
  const listed = icons.filter(isListed);
  if (listed.length === 0) return before;
  const buses = new Set(listed.map((icon) => icon.listed.bus));
  const kept = before.flatMap((one) => {
    if (!buses.has(one.bus)) return [one];
    const icon = listed.find((now) => isOf(now, one));
    return icon === undefined ? [] : [withAddress(one, icon)];
  });
  const fresh = listed.flatMap((icon) => {
    if (!icon.holder.known || kept.some((one) => isOf(icon, one))) return [];
    const [client, ...more] = holdersOf(icon, observations);
    return client === undefined || more.length > 0 ? [] : [heldBy(icon, client)];
  });
  return fresh.length === 0 &&
    kept.length === before.length &&
    kept.every((one, at) => one === before[at])
    ? before
    : [...kept, ...fresh].slice(-MOST);
}

/** Where its bus listens now: older files do not say it. */
const withAddress = (one: HeldIcon, { listed: { at } }: Listed): HeldIcon =>
  at === undefined || at === one.at ? one : { ...one, at };

/** Names of connections are used again on other buses, so the bus is compared as well. */
const holdersOf = (
  { address, listed }: Listed,
  observations: ReadonlyMap<ClientId, Pick<Observation, 'trayIcons'>>,
): readonly ClientId[] =>
  [...observations].flatMap(([client, { trayIcons }]) =>
    trayIcons.known &&
    trayIcons.value.some(
      (one) =>
        one.address === address &&
        one.listed?.bus === listed.bus &&
        one.listed.name === listed.name,
    )
      ? [client]
      : [],
  );

type Listed = TrayIcon & { readonly listed: NonNullable<TrayIcon['listed']> };

const isListed = (icon: TrayIcon): icon is Listed => icon.listed !== undefined;

const heldBy = ({ listed, address, id }: Listed, client: ClientId): HeldIcon => ({
  ...{ bus: listed.bus, listed: listed.name },
  ...(listed.at === undefined ? {} : { at: listed.at }),
  ...{ address, id, client },
});

/** By the name in the list where nobody holds it; a living one has to answer at the same place as well. */
const isOf = ({ listed, address, holder }: Listed, one: HeldIcon): boolean =>
  listed.bus === one.bus &&
  listed.name === one.listed &&
  (holder.known ? address === one.address : true);
