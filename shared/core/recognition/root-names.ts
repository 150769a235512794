import {
  editionsOn,
  type Client,
  type Edition,
  type NameKind,
  type RootPattern,
} from '../client.ts';
import type { Platform } from '../model.ts';
import { expand, lastPart, pathTest, placeGlobs, type PathTest, type Places } from '../paths.ts';
import { isTelling } from './telling-name.ts';
import { winePlace } from './wine-places.ts';
import { PLATFORMS } from '../platforms.ts';

/** A client that has programs of one name. */
export interface Named {
  readonly client: Client;
  readonly kind: NameKind;
  /** Files beside the program that no other client's program has. */
  readonly siblings: readonly string[];
  /** Where a pattern knows the program; one for Windows below any prefix of Wine. */
  readonly places: readonly PathTest[];
}

/** The clients by the names of their roots; `wine` by those of their editions for Windows. */
export interface RootNames {
  readonly native: (name: string) => readonly Named[];
  readonly wine: (name: string) => readonly Named[];
  /** By what the kernel calls a process: 15 characters of the name (TASK_COMM_LEN, proc(5)). */
  readonly shown: (comm: string) => readonly Named[];
  /** The same of a program for Windows. */
  readonly shownInWine: (comm: string) => readonly Named[];
  /**
   * Windows: any of these names makes a program likely. There the name of a program ends in `.exe`, people choose
   * the folder, and nothing else is known of a program that a person put anywhere.
   */
  readonly isEnough: boolean;
}

const SHORT = 15;

/** Fixed names, and on Windows those of copies as well; never a helper's name, never an interpreter's. */
export function rootNames(
  clients: readonly Client[],
  platform: Platform,
  places?: Places,
): RootNames {
  const { letters: sense, namesSpeak: isEnough, runsOthers } = PLATFORMS[platform];
  const letters = sense === 'sensitive' ? asIs : lowered;
  const native = index(
    clients,
    (client) => editionsOn(client, platform),
    letters,
    nativePlace(places),
  );
  const windows = runsOthers
    ? index(clients, onWindows, lowered, winePlace)
    : new Map<string, Named[]>();
  const open = isEnough ? clients.flatMap(openNames) : [];
  if (isEnough)
    for (const client of clients.filter(onWindowsToo))
      for (const called of [client.name, client.nameZh])
        add(native, letters(`${called}.exe`), { client, kind: 'own', siblings: [], places: [] });
  return {
    native: (name) => [
      ...(native.get(letters(name)) ?? []),
      ...open.flatMap(({ test, named }) => (test.test(name) ? [named] : [])),
    ],
    shown: (comm) =>
      [...native].flatMap(([name, named]) => (name.slice(0, SHORT) === comm ? named : [])),
    shownInWine: (comm) =>
      [...windows].flatMap(([name, named]) =>
        name.slice(0, SHORT) === lowered(comm) ? named : [],
      ),
    wine: (name) => windows.get(lowered(name)) ?? [],
    isEnough,
  };
}

/** A second instance is started from a copy with another letter: `WeChat?.exe`. */
const openNames = (client: Client) =>
  onWindows(client).flatMap(({ roots, siblings = [] }) =>
    roots
      .map((root) => ({ root, name: lastPart(root.exe) }))
      .filter(({ name }) => isTelling(name))
      .map(({ root, name }) => ({
        test: pathTest(name, 'insensitive'),
        named: { client, kind: root.name, siblings, places: [] },
      })),
  );

const asIs = (name: string): string => name;
const lowered = (name: string): string => name.toLowerCase();
const onWindows = (client: Client): readonly Edition[] => editionsOn(client, 'windows');
/** A client of the user's own file says which name is its program's. */
const onWindowsToo = (client: Client): boolean =>
  client.origin === 'catalogue' && onWindows(client).length > 0;

/** Undefined without places, and where this computer has no such place. */
function nativePlace(places: Places | undefined): (exe: string) => PathTest | undefined {
  const values = places && placeGlobs(places);
  return (pattern) => {
    const exe = values && expand(pattern, values);
    return exe === undefined ? undefined : pathTest(exe, 'sensitive');
  };
}

function index(
  clients: readonly Client[],
  editions: (client: Client) => readonly Edition[],
  letters: (name: string) => string,
  placeOf: (exe: string) => PathTest | undefined,
): Map<string, Named[]> {
  const found = new Map<string, Named[]>();
  for (const client of clients)
    for (const { roots, siblings = [] } of editions(client))
      for (const root of roots) {
        const name = fixedName(root);
        if (name === undefined) continue;
        const at = placeOf(root.exe);
        const places = at === undefined ? [] : [at];
        add(found, letters(name), { client, kind: root.name, siblings, places });
      }
  return found;
}

/** Undefined for an interpreter and for a wildcard. */
function fixedName({ exe, script }: RootPattern): string | undefined {
  const name = lastPart(exe);
  return script !== undefined || /[*?[{]/.test(name) ? undefined : name;
}

/** Each client once a name; a name that is its own for one edition is its own. */
function add(map: Map<string, Named[]>, name: string, one: Named): void {
  const list = map.get(name) ?? [];
  const at = list.findIndex(({ client }) => client === one.client);
  const before = list[at];
  if (before === undefined) list.push(one);
  else
    list[at] = {
      ...(one.kind === 'own' ? one : before),
      places: [...before.places, ...one.places],
    };
  map.set(name, list);
}
