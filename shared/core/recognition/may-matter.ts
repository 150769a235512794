import { editionsOn, type Client } from '../client.ts';
import type { Platform } from '../model.ts';
import {
  expand,
  hasWildcard,
  lastPart,
  pathTest,
  placeGlobs,
  type PathTest,
  type Places,
} from '../paths.ts';
import { ownFolders } from './own-folder.ts';
import { isNameless, plainName } from './program-name.ts';
import { runsOthers } from './program.ts';
import { isTelling } from './telling-name.ts';
import { PLATFORMS } from '../platforms.ts';

/** Whether a program may belong to any of these clients, so that a machine reads no more than it must. */
export function mayMatter(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): (exe: string) => boolean {
  const fixed = new Set<string>();
  const open: PathTest[] = [];
  const { letters, namesSpeak, runsOthers: mayRunOthers } = PLATFORMS[platform];
  const values = placeGlobs(places);
  const key = (name: string): string => (letters === 'sensitive' ? name : name.toLowerCase());
  // A copy of a program of Windows has more letters in front of its ending: `Weixin - 副本.exe`.
  const begins = (name: string): void => {
    fixed.add(key(name));
    if (namesSpeak) fixed.add(key(name).replace(/\.exe$/, ''));
  };
  for (const client of clients) {
    if (namesSpeak) for (const name of [client.name, client.nameZh]) begins(name);
    for (const place of client.settled?.is ?? []) fixed.add(key(lastPart(place)));
    for (const edition of editionsOn(client, platform)) {
      for (const pattern of [...edition.roots, ...edition.helpers]) {
        const exe = expand(pattern.exe, values);
        if (exe === undefined) continue;
        const name = lastPart(exe);
        if (!hasWildcard(name)) begins(name);
        else {
          open.push(pathTest(exe, letters));
          if (namesSpeak && isTelling(name)) open.push(pathTest(`**/${name}`, letters));
        }
      }
    }
  }
  const foldersOf = ownFolders(clients, platform, places);
  const isSandboxed = clients.some((client) =>
    editionsOn(client, platform).some(({ roots }) => roots.some((root) => root.sandbox)),
  );
  const others = mayRunOthers ? (exe: string) => runsOthers(exe) || isNameless(exe) : () => false;
  // On Windows its ending and the copy's letters follow: QQ.exe, 微信 (2).exe.
  const shortest = namesSpeak ? 2 : 3;
  // An update or a person has set it aside: what the process is called now says whether.
  const beginsLikeOne = (name: string): boolean => {
    const bare = name.startsWith('.') ? name.slice(1) : name;
    for (let end = bare.length; end >= shortest; end--)
      if (fixed.has(key(bare.slice(0, end)))) return true;
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
