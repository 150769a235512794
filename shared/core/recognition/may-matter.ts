import { editionsOn, type Client } from '../client.ts';
import type { Platform } from '../model.ts';
import {
  expand,
  hasWildcard,
  lastPart,
  pathTest,
  placeGlobs,
  type Case,
  type PathTest,
  type Places,
} from '../paths.ts';
import { ownFolders } from './own-folder.ts';
import { isNameless, plainName } from './program-name.ts';
import { runsOthers } from './program.ts';

/** Whether a program may belong to any of these clients, so that a machine reads no more than it must. */
export function mayMatter(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): (exe: string) => boolean {
  const fixed = new Set<string>();
  const open: PathTest[] = [];
  const letters: Case = platform === 'linux' ? 'sensitive' : 'insensitive';
  const values = placeGlobs(places);
  const key = (name: string): string => (letters === 'sensitive' ? name : name.toLowerCase());
  for (const client of clients) {
    for (const place of client.settled?.is ?? []) fixed.add(key(lastPart(place)));
    for (const edition of editionsOn(client, platform)) {
      for (const pattern of [...edition.roots, ...edition.helpers]) {
        const exe = expand(pattern.exe, values);
        if (exe === undefined) continue;
        const name = lastPart(exe);
        if (hasWildcard(name)) open.push(pathTest(exe, letters));
        else fixed.add(key(name));
      }
    }
  }
  const foldersOf = ownFolders(clients, platform, places);
  const isSandboxed = clients.some((client) =>
    editionsOn(client, platform).some(({ roots }) => roots.some((root) => root.sandbox)),
  );
  const others =
    platform === 'linux' ? (exe: string) => runsOthers(exe) || isNameless(exe) : () => false;
  // An update or a person has set it aside: what the process is called now says whether.
  const beginsLikeOne = (name: string): boolean => {
    const bare = name.startsWith('.') ? name.slice(1) : name;
    for (let end = bare.length; end > 2; end--) if (fixed.has(key(bare.slice(0, end)))) return true;
    return false;
  };
  return (exe) => {
    const name = lastPart(exe);
    return (
      fixed.has(key(name)) ||
      fixed.has(key(plainName(name))) ||
      beginsLikeOne(name) ||
      open.some((pattern) => pattern.test(exe)) ||
      others(exe) ||
      foldersOf(exe).length > 0 ||
      // Flatpak mounts a client there; which one, its sandbox says.
      (isSandboxed && (exe.startsWith('/app/') || exe.endsWith('bwrap')))
    );
  };
}
