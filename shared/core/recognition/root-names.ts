import {
  editionsOn,
  type Client,
  type Edition,
  type NameKind,
  type RootPattern,
} from '../client.ts';
import type { Platform } from '../model.ts';
import { expand, lastPart, pathTest, placeGlobs, type PathTest, type Places } from '../paths.ts';

/** A client that has programs of one name. */
export interface Named {
  readonly client: Client;
  readonly kind: NameKind;
  /** Files beside the program that no other client's program has. */
  readonly siblings: readonly string[];
  /** Where a pattern knows the program. */
  readonly places: readonly PathTest[];
}

/** The clients by the fixed names of their roots; `wine` by those of their editions for Windows. */
export interface RootNames {
  readonly native: (name: string) => readonly Named[];
  readonly wine: (name: string) => readonly Named[];
  /** By what the kernel calls a process: 15 characters of the name (TASK_COMM_LEN, proc(5)). */
  readonly shown: (comm: string) => readonly Named[];
}

const SHORT = 15;

/** Never a wildcard, never a helper's name, never an interpreter's. */
export function rootNames(
  clients: readonly Client[],
  platform: Platform,
  places?: Places,
): RootNames {
  const letters = platform === 'linux' ? asIs : lowered;
  const native = index(clients, (client) => editionsOn(client, platform), letters, places);
  const windows =
    platform === 'linux' ? index(clients, onWindows, lowered) : new Map<string, Named[]>();
  return {
    native: (name) => native.get(letters(name)) ?? [],
    shown: (comm) =>
      [...native].flatMap(([name, named]) => (name.slice(0, SHORT) === comm ? named : [])),
    wine: (name) => windows.get(lowered(name)) ?? [],
  };
}

const asIs = (name: string): string => name;
const lowered = (name: string): string => name.toLowerCase();
const onWindows = (client: Client): readonly Edition[] => editionsOn(client, 'windows');

function index(
  clients: readonly Client[],
  editions: (client: Client) => readonly Edition[],
  letters: (name: string) => string,
  places?: Places,
): Map<string, Named[]> {
  const values = places && placeGlobs(places);
  const found = new Map<string, Named[]>();
  for (const client of clients)
    for (const { roots, siblings = [] } of editions(client))
      for (const root of roots) {
        const name = fixedName(root);
        if (name === undefined) continue;
        const exe = values && expand(root.exe, values);
        const at = exe === undefined ? [] : [pathTest(exe, 'sensitive')];
        add(found, letters(name), { client, kind: root.name, siblings, places: at });
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
