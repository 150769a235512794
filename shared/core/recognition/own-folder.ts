import { editionsOn, type Client } from '../client.ts';
import type { ClientId, Platform } from '../model.ts';
import {
  expand,
  lastPart,
  pathTest,
  placeGlobs,
  placeValues,
  type PathTest,
  type Places,
} from '../paths.ts';
import { perCatalogue } from '../per-catalogue.ts';
import { bundleOf } from './bundle.ts';
import { PLATFORMS } from '../platforms.ts';

/** Folders in which programs of several makers lie, by their last part. */
const SHARED =
  /^(?:s?bin|usr|lib(?:32|64|exec)?|local|share|opt|apps|applications|programs?( files( \(x86\))?)?|packages|downloads?|\u4e0b\u8f7d|desktop|\u684c\u9762|documents|\u6587\u6863|home|root|tmp|temp|media|mnt|games|software|portable|tools|current|macos|contents|resources|\.local|\.mount_.*|[*?.[\]]+)$/i;

/** Whether a folder of this name is nobody's own. */
export const isShared = (name: string): boolean => SHARED.test(name);

/** Which clients' own folder a program lies in. */
export type OwnFolders = (exe: string) => readonly Owner[];

/** `isSure` where the catalogue names that very folder. */
export interface Owner {
  readonly client: ClientId;
  readonly isSure: boolean;
}

/**
 * What lies in the own folder of a client's root is part of the client, also where the catalogue does not name
 * it. A bin folder, a home, Downloads or `/opt` itself belongs to nobody; neither does a folder of two clients.
 */
export const ownFolders = perCatalogue(compile);

function compile(clients: readonly Client[], platform: Platform, places: Places): OwnFolders {
  const { letters, hasBundles: mayShare } = PLATFORMS[platform];
  // macOS tells no letters apart, and a name of two clients' applications counts for both.
  const key = (path: string): string => (mayShare ? path.toLowerCase() : path);
  const fixed = new Map<string, Set<ClientId>>();
  const open: { readonly start: string; readonly test: PathTest; readonly client: ClientId }[] = [];
  const catalogued = new Set(
    clients.filter(({ origin }) => origin === 'catalogue').map(({ id }) => id),
  );
  const homes = new Set([places.home, places.documents]);
  for (const { client, folder, literal } of foldersOf(clients, platform, places)) {
    if (literal !== undefined) {
      if (SHARED.test(lastPart(literal)) || literal === '/app' || homes.has(literal)) continue;
      fixed.set(key(literal), (fixed.get(key(literal)) ?? new Set()).add(client));
    } else if (!SHARED.test(lastPart(folder))) {
      // Where any folder of this name counts, people have folders of that name as well.
      const below = folder.includes('**') ? '*' : '**';
      open.push({
        ...{ client, test: pathTest(`${folder}/${below}`, letters) },
        start: folder.slice(0, folder.search(/[*?[]/)),
      });
    }
  }
  return (exe) => {
    const found = new Map<ClientId, boolean>();
    for (let at = exe.lastIndexOf('/'); at > 0; at = exe.lastIndexOf('/', at - 1)) {
      const owners = fixed.get(key(exe.slice(0, at)));
      if (owners && (mayShare || owners.size === 1))
        for (const one of owners) found.set(one, catalogued.has(one));
    }
    for (const { start, test, client } of open)
      if (!found.has(client) && exe.startsWith(start) && test.test(exe)) found.set(client, false);
    return [...found].map(([client, isSure]) => ({ client, isSure }));
  };
}

function* foldersOf(clients: readonly Client[], platform: Platform, places: Places) {
  const [globs, values] = [placeGlobs(places), placeValues(places)];
  for (const client of clients) {
    for (const place of client.settled?.is ?? [])
      if (isCalledLike(client, place, places))
        yield { client: client.id, folder: above(place), literal: above(place) };
    for (const edition of editionsOn(client, platform))
      for (const { exe, script, sandbox } of edition.roots) {
        // A path inside of a sandbox is everybody's; its members are known by the sandbox.
        if (script !== undefined || sandbox !== undefined) continue;
        const bundle = PLATFORMS[platform].hasBundles ? bundleOf(exe) : undefined;
        const template = bundle ?? folderOf(exe);
        const [folder, plain] = [expand(template, globs), expand(template, values)];
        const literal = /[*?[]/.test(template) ? undefined : plain;
        // Of the catalogue's folders a person has seen to it; other people keep a program anywhere.
        if (
          client.origin !== 'catalogue' &&
          bundle === undefined &&
          !isCalledLike(client, expand(exe, values) ?? exe, places)
        )
          continue;
        if (folder !== undefined) yield { client: client.id, folder, literal };
      }
  }
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folder of a program, without those that are called after its version. */
function folderOf(exe: string): string {
  let folder = above(exe);
  while (/\/\*+$/.test(folder)) folder = above(folder);
  return folder;
}

/** One of the last two folders is called like the client or like its program: nothing else lies there. */
function isCalledLike({ id, name, aliases = [] }: Client, exe: string, { home }: Places): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const stem = lastPart(exe).replace(/\.[a-z]+$/i, '');
  const names = [id, name, stem, ...aliases].map(plain).filter(Boolean);
  const inside = exe.startsWith(`${home}/`) ? exe.slice(home.length) : exe;
  const folders = inside.split('/').slice(0, -1).slice(-2).map(plain);
  return folders.some((folder) => names.some((one) => folder.includes(one)));
}
