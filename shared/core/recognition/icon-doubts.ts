import { editionsOn, type Client } from '../client.ts';
import type { Doubt, Platform, Process, TrayIcon } from '../model.ts';
import { nearestAbove } from './ancestors.ts';
import { placeOf } from './place.ts';

/** The Id that Chromium gives every icon; it says nothing about the client. */
export const isAnybodysId = (id: string): boolean => /^chrome_status_icon_\d+$/.test(id);

/** Programs that show icons of others (KDE's and others' bridges to XEmbed; Wine shows its own so). */
const BRIDGES = /^(?:xembedsniproxy|snixembed|explorer\.exe|xdg-dbus-proxy)$/i;

/** Whether one of these processes is an ancestor. */
export const isBelowOneOf = (
  pids: ReadonlySet<number>,
  process: Process,
  byPid: ReadonlyMap<number, Process>,
): boolean => nearestAbove(process, byPid, ({ pid }) => pids.has(pid) || undefined) ?? false;

/**
 * Living icons with an Id of the client's own that none of its processes holds, and no proxy or bridge.
 * `isOther` knows holders that are nobody's: relatives and denied places.
 */
export function iconDoubts(
  client: Client,
  platform: Platform,
  icons: readonly TrayIcon[],
  mine: ReadonlySet<number>,
  byPid: ReadonlyMap<number, Process>,
  isOther: (holder: Process) => boolean,
): readonly Doubt[] {
  const ids = new Set(editionsOn(client, platform).flatMap(({ tray }) => tray.ids));
  return icons.flatMap((icon): readonly Doubt[] => {
    if (!icon.holder.known || icon.proxyFor !== undefined || icon.wasOf !== undefined) return [];
    if (!ids.has(icon.id) || isAnybodysId(icon.id) || mine.has(icon.holder.value)) return [];
    const holder = byPid.get(icon.holder.value);
    // What a root's child holds is the root's own icon.
    if (holder && isBelowOneOf(mine, holder, byPid)) return [];
    if (holder && (BRIDGES.test(holder.name) || isOther(holder))) return [];
    const place = holder && placeOf(holder);
    return [
      {
        pid: icon.holder.value,
        name: holder?.name ?? icon.id,
        place: place ?? null,
        level: 'likely',
        because: ['tray-icon'],
      },
    ];
  });
}
