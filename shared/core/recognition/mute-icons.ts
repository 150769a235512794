import { editionsOn, type Client } from '../client.ts';
import type { Platform, Process, TrayIcon } from '../model.ts';
import { isAnybodysId } from './icon-doubts.ts';

/**
 * Icons of living programs that do not say what they are called, and that are no client's by their holder: any
 * client with an Id of its own may have them. A named sandbox speaks for its own client alone.
 */
export const muteIcons = (
  client: Client,
  platform: Platform,
  icons: readonly TrayIcon[],
  isClients: (pid: number) => boolean,
): readonly TrayIcon[] => {
  const hasOwnId = editionsOn(client, platform).some(({ tray }) =>
    tray.ids.some((id) => !isAnybodysId(id)),
  );
  if (!hasOwnId) return [];
  return icons.filter(
    ({ isMute, holder, proxyFor, wasOf }) =>
      isMute &&
      wasOf === undefined &&
      holder.known &&
      !isClients(holder.value) &&
      (proxyFor === undefined || proxyFor.startsWith('/')),
  );
};

/** What the icon of a mute program is called in a reason. */
export const holderInShort = (
  { holder }: TrayIcon,
  byPid: ReadonlyMap<number, Process>,
): string => {
  const pid = holder.known ? holder.value : 0;
  return `the icon of ${byPid.get(pid)?.name ?? 'process'} (${pid})`;
};
