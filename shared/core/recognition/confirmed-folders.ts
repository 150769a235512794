import type { Client } from '../client.ts';
import type { ClientId } from '../model.ts';
import { lastPart, type Places } from '../paths.ts';
import { isShared } from './own-folder.ts';

/**
 * Windows: which clients a person has confirmed in a folder above this program. A drive, a home and a folder that
 * many programs share are nobody's.
 */
export function confirmedFolders(
  clients: readonly Client[],
  { home }: Places,
): (path: string) => readonly ClientId[] {
  const all = clients.flatMap(({ id, settled }) =>
    (settled?.is ?? []).flatMap((place) => {
      const folder = place.slice(0, place.lastIndexOf('/')).toLowerCase();
      const isOwn = /^[a-z]:\/[^/]/.test(folder) && !isShared(lastPart(folder));
      return isOwn && !`${home.toLowerCase()}/`.startsWith(`${folder}/`) ? [{ id, folder }] : [];
    }),
  );
  if (all.length === 0) return () => [];
  return (path) => {
    const low = path.toLowerCase();
    return all.filter(({ folder }) => low.startsWith(`${folder}/`)).map(({ id }) => id);
  };
}
