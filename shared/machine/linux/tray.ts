import { known, type Known } from '../../core/known.ts';
import { chooseQuit, labelsSeen } from '../../core/menu.ts';
import type { Delivery, TrayIcon } from '../../core/model.ts';
import type { Environment } from './places.ts';
import { sessionAddress } from './tray/address.ts';
import { BusFault } from './tray/connection.ts';
import { property } from './tray/daemon.ts';
import { describeIcon, eachOnce } from './tray/icon.ts';
import { ITEM, itemsOfProcesses, registeredItems } from './tray/items.ts';
import { click, readMenu, readSubmenus } from './tray/menu.ts';
import { busAt, closeAll } from './tray/open.ts';
import { parseRegistration, type Place } from './tray/registration.ts';

export interface TrayQuestion {
  readonly env: Environment;
  /** Further buses, from `tray.bus` of the editions. */
  readonly buses?: readonly string[];
  /** Pids of the clients and of their proxies: their connections are searched without a watcher. */
  readonly candidates?: ReadonlySet<number>;
  readonly proc?: string;
}

/** The click was sent; a program that quits at once may never say so. */
const CLICK_MS = 300;

/**
 * Every tray icon on the session bus and on the buses named. No bus at all: there is no tray. A bus
 * that is named but does not answer makes the whole answer unknown; a client's own bus may have ended.
 */
export async function lookAtTray(question: TrayQuestion): Promise<Known<readonly TrayIcon[]>> {
  const session = sessionAddress(question.env);
  const further = new Set(question.buses ?? []);
  if (session !== undefined) further.delete(session);
  const looks = [
    ...(session === undefined ? [] : [lookAtBus(session, question, true)]),
    ...[...further].map((address) => lookAtBus(address, question, false).catch(nobodyListens)),
  ];
  try {
    return known((await Promise.all(looks)).flat());
  } catch (error) {
    return { known: false, why: whyOf(error) };
  }
}

/**
 * Clicks the entry of the icon's menu that quits. Delivered means clicked: the client may still ask,
 * or take its time. Labels are those of the edition; general words for quitting are tried after them.
 */
export async function askByMenu(
  icon: TrayIcon,
  labels: readonly string[],
  env: Environment = {},
): Promise<Delivery> {
  const address = icon.bus ?? sessionAddress(env);
  const place = parseRegistration(icon.address);
  if (address === undefined || !place)
    return { delivered: false, why: { code: 'failed', detail: `no-menu: ${icon.address}` } };
  try {
    const bus = await busAt(address);
    const at = { to: place.name, path: place.path };
    const path = await property(bus, at, ITEM, 'Menu').catch(noMenu);
    // Plasma's own items without a menu name a path that says so.
    if (typeof path !== 'string' || path === '/' || path === '/NO_DBUSMENU') throw noMenuHere();
    const menu = { to: place.name, path };
    let items = await readMenu(bus, menu);
    let quit = chooseQuit(items, labels);
    if (!quit) {
      items = (await readSubmenus(bus, menu, items)) ?? items;
      quit = chooseQuit(items, labels);
    }
    if (!quit) {
      const seen = labelsSeen(items).join(', ') || 'the menu is empty';
      return { delivered: false, why: { code: 'failed', detail: `no matching item: ${seen}` } };
    }
    await click(bus, menu, quit.id, CLICK_MS).catch(leftWithoutReply);
    return { delivered: true, detail: quit.label };
  } catch (error) {
    return { delivered: false, why: whyOf(error) };
  }
}

/** A bus of one client that ended shows nothing any more; the session's own must answer. */
function nobodyListens(error: unknown): readonly TrayIcon[] {
  if (error instanceof BusFault && /\b(ECONNREFUSED|ENOENT)\b/.test(error.message)) return [];
  throw error;
}

/** Closes the connections to all buses. They would not keep the program running either. */
export const leaveBus = closeAll;

async function lookAtBus(
  address: string,
  { candidates = new Set(), proc = '/proc' }: TrayQuestion,
  isSession: boolean,
): Promise<readonly TrayIcon[]> {
  const bus = await busAt(address);
  const [registered, found] = await Promise.all([
    registeredItems(bus),
    itemsOfProcesses(bus, candidates),
  ]);
  const describe = (places: readonly Place[]): Promise<readonly TrayIcon[]> =>
    Promise.all(places.map((place) => describeIcon(bus, address, place, proc)));
  const [shown, own] = await Promise.all([describe(registered), describe(found)]);
  // Programs may stay silent, but a bus that was lost on the way has told us half.
  if (!bus.alive) throw new BusFault('failed', `${address}: the connection was lost`);
  return eachOnce(shown, own).map((icon) => (isSession ? icon : { ...icon, bus: address }));
}

const noMenuHere = (): BusFault => new BusFault('failed', 'no-menu');

const noMenu = (error: unknown): never => {
  // An answer of the bus has a name; without one it did not answer at all.
  throw error instanceof BusFault && error.name === '' ? error : noMenuHere();
};

/** Gone before it replied, or busy with leaving: clicked all the same. Any other error is one. */
function leftWithoutReply(error: unknown): void {
  const left = error instanceof BusFault && (error.code === 'timeout' || LEFT.test(error.name));
  if (!left) throw error;
}

const LEFT = /\.(NoReply|Disconnected|ServiceUnknown|NameHasNoOwner|UnknownObject)$/;

const whyOf = (error: unknown): { code: BusFault['code']; detail: string } =>
  error instanceof BusFault
    ? {
        code: error.code,
        detail: error.code === 'timeout' ? `timeout: ${error.message}` : error.message,
      }
    : { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
