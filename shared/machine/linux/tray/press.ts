import type { Why } from '../../../core/known.ts';
import { isQuitWord } from '../../../clients/quit-words.ts';
import { chooseQuit, labelsSeen } from '../../../core/menu.ts';
import type { Delivery, TrayIcon } from '../../../core/model.ts';
import type { Environment } from '../places.ts';
import { sessionAddress } from './address.ts';
import { BusFault } from './connection.ts';
import { property } from './daemon.ts';
import { whyOf } from './fault.ts';
import { ITEM } from './items.ts';
import { click, readMenu, readSubmenus } from './menu.ts';
import { busAt } from './open.ts';
import { parseRegistration } from './registration.ts';

/** The click was sent; a program that quits at once may never say so. */
const CLICK_MS = 300;

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
    return { state: 'failed', reason: { code: 'failed', detail: `no-menu: ${icon.address}` } };
  try {
    const bus = await busAt(address);
    const at = { to: place.name, path: place.path };
    const path = await property(bus, at, ITEM, 'Menu').catch(noMenu);
    // Plasma's own items without a menu name a path that says so.
    if (typeof path !== 'string' || path === '/' || path === '/NO_DBUSMENU') throw noMenuHere();
    const menu = { to: place.name, path };
    let items = await readMenu(bus, menu);
    let quit = chooseQuit(items, labels, isQuitWord);
    if (!quit) {
      items = (await readSubmenus(bus, menu, items)) ?? items;
      quit = chooseQuit(items, labels, isQuitWord);
    }
    if (!quit) return { state: 'failed', reason: notUnderstood(labelsSeen(items)) };
    await click(bus, menu, quit.id, CLICK_MS).catch(leftWithoutReply);
    return { state: 'delivered', label: quit.label };
  } catch (error) {
    return { state: 'failed', reason: whyOf(error) };
  }
}

/** The menu is there, and none of its entries is known to quit. */
const notUnderstood = (seen: readonly string[]): Why =>
  seen.length === 0
    ? { code: 'not-understood' }
    : { code: 'not-understood', detail: seen.join(', ') };

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
