import { known, unknown, type Known } from '../../../core/known.ts';
import type { TrayIcon } from '../../../core/model.ts';
import { ask, atomOf, property } from './ask.ts';
import type { Display } from './display.ts';
import { titleOf } from './title.ts';
import type { View } from './view.ts';

/** More windows than any desktop has; beyond them nobody is looked for. */
const MOST_WINDOWS = 4_000;

/**
 * The icons of the old kind on one X server (System Tray Protocol, XEmbed): windows of other programs inside
 * of the windows of the tray, which owns the selection `_NET_SYSTEM_TRAY_Sn`. Nobody owns it: no icon can be
 * shown, so nothing more is asked. Such an icon goes with its program, and has no menu that can be read.
 */
export async function embeddedIcons(view: View): Promise<Known<readonly TrayIcon[]>> {
  const { display } = view;
  const trays = await trayBases(display);
  if (trays.size === 0) return known([]);
  const windows = await windowsInside(view, trays);
  if (windows === undefined) return unknown('failed', 'too many windows on the screen');
  const ownerOf = await view.ownerOf;
  const icons = await Promise.all(
    windows.map(async (window): Promise<TrayIcon | undefined> => {
      const [pid, kind, title, info, state] = await Promise.all([
        ownerOf(window),
        property(display, window, 'WM_CLASS'),
        titleOf(display, window),
        property(display, window, '_XEMBED_INFO'),
        property(display, window, 'WM_STATE'),
      ]);
      // A window manager that is the tray as well has every window inside of its own.
      if (info === undefined && state !== undefined) return undefined;
      const id = kind?.data.toString('latin1').split('\0')[1] ?? '';
      const holder =
        pid === undefined ? unknown('unsupported', 'nobody tells its pid') : known(pid);
      return { address: `X11 window ${window}`, id, title, holder, isEmbedded: true };
    }),
  );
  return known(icons.filter((icon) => icon !== undefined));
}

/** Numbers of the programs that are trays: the upper bits of all their windows. */
async function trayBases(display: Display): Promise<ReadonlySet<number>> {
  const owners = await Promise.all(
    display.setup.screen.map(async (_, at) => {
      const selection = await atomOf(display.client, `_NET_SYSTEM_TRAY_S${at}`);
      return ask<number>((answer) => display.client.GetSelectionOwner(selection, answer));
    }),
  );
  return new Set(owners.flatMap((owner) => (owner ? [baseOf(display, owner)] : [])));
}

/** Windows of others inside of a tray's, level by level; undefined where there are too many. */
async function windowsInside(
  { display, children }: View,
  trays: ReadonlySet<number>,
): Promise<readonly number[] | undefined> {
  const found: number[] = [];
  let level = display.setup.screen.map(({ root }) => ({ id: root, inTray: false }));
  for (let count = 0; level.length > 0; count += level.length) {
    if (count > MOST_WINDOWS) return undefined;
    const below = await Promise.all(
      level.map(async ({ id, inTray }) => {
        const isIn = inTray || trays.has(baseOf(display, id));
        return (await children(id)).map((child) => ({ id: child, inTray: isIn }));
      }),
    );
    level = [];
    for (const child of below.flat())
      if (child.inTray && !trays.has(baseOf(display, child.id))) found.push(child.id);
      else level.push(child);
  }
  return found;
}

const baseOf = ({ setup }: Display, window: number): number =>
  (window & ~setup.resource_mask) >>> 0;
