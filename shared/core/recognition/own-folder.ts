import { editionsOn, type Client } from '../client.ts';
import type { ClientId, Platform } from '../model.ts';
import {
  expand,
  lastPart,
  pathTest,
  placeGlobs,
  placeValues,
  type Case,
  type PathTest,
  type Places,
} from '../paths.ts';

/** Folders in which programs of several makers lie, by their last part. */
const SHARED =
  /^(?:s?bin|usr|lib(?:32|64|exec)?|local|share|opt|apps|applications|programs?( files( \(x86\))?)?|packages|downloads?|\u4e0b\u8f7d|desktop|\u684c\u9762|documents|\u6587\u6863|home|root|tmp|temp|media|mnt|games|software|portable|tools|current|macos|contents|resources|\.local|\.mount_.*|[*?.[\]]+)$/i;

/** Which clients' own folder a program lies in. */
export type OwnFolders = (exe: string) => readonly ClientId[];

/**
 * What lies in the own folder of a client's root is part of the client, also where the catalogue does not name
 * it. A bin folder, a home, Downloads or `/opt` itself belongs to nobody; neither does a folder of two clients.
 */
export function ownFolders(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): OwnFolders {
  const letters: Case = platform === 'linux' ? 'sensitive' : 'insensitive';
  const fixed = new Map<string, Set<ClientId>>();
  const open: { readonly start: string; readonly test: PathTest; readonly client: ClientId }[] = [];
  const homes = new Set([places.home, places.documents]);
  for (const { client, folder, literal } of foldersOf(clients, platform, places)) {
    if (literal !== undefined) {
      if (SHARED.test(lastPart(literal)) || literal === '/app' || homes.has(literal)) continue;
      fixed.set(literal, (fixed.get(literal) ?? new Set()).add(client));
    } else if (!SHARED.test(lastPart(folder)))
      open.push({
        ...{ client, test: pathTest(`${folder}/**`, letters) },
        start: folder.slice(0, folder.search(/[*?[]/)),
      });
  }
  return (exe) => {
    const found = new Set<ClientId>();
    for (let at = exe.lastIndexOf('/'); at > 0; at = exe.lastIndexOf('/', at - 1)) {
      const owners = fixed.get(exe.slice(0, at));
      if (owners?.size === 1) for (const one of owners) found.add(one);
    }
    for (const { start, test, client } of open)
      if (exe.startsWith(start) && test.test(exe)) found.add(client);
    return [...found];
  };
}

function* foldersOf(clients: readonly Client[], platform: Platform, places: Places) {
  const [globs, values] = [placeGlobs(places), placeValues(places)];
  for (const client of clients) {
    for (const edition of editionsOn(client, platform))
      for (const { exe, script, sandbox } of edition.roots) {
        // A path inside of a sandbox is everybody's; its members are known by the sandbox.
        const isOutside = script === undefined && sandbox === undefined;
        const glob = isOutside ? expand(exe, globs) : undefined;
        const literal = /[*?[]/.test(exe) ? undefined : expand(exe, values);
        if (glob !== undefined)
          yield { client: client.id, folder: above(glob), literal: literal && above(literal) };
      }
  }
}

const above = (path: string): string => path.slice(0, path.lastIndexOf('/'));
