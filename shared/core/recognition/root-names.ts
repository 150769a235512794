import {
  editionsOn,
  type Client,
  type Edition,
  type NameKind,
  type RootPattern,
} from '../client.ts';
import type { Platform } from '../model.ts';
import { lastPart } from '../paths.ts';

/** A client that has programs of one name. */
export interface Named {
  readonly client: Client;
  readonly kind: NameKind;
  /** Files beside the program that no other client's program has. */
  readonly siblings: readonly string[];
}

/** The clients by the fixed names of their roots; `wine` by those of their editions for Windows. */
export interface RootNames {
  readonly native: (name: string) => readonly Named[];
  readonly wine: (name: string) => readonly Named[];
}

/** Never a wildcard, never a helper's name, never an interpreter's. */
export function rootNames(clients: readonly Client[], platform: Platform): RootNames {
  const letters = platform === 'linux' ? asIs : lowered;
  const native = index(clients, (client) => editionsOn(client, platform), letters);
  const windows =
    platform === 'linux' ? index(clients, onWindows, lowered) : new Map<string, Named[]>();
  return {
    native: (name) => native.get(letters(name)) ?? [],
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
): Map<string, Named[]> {
  const found = new Map<string, Named[]>();
  for (const client of clients)
    for (const { roots, siblings = [] } of editions(client))
      for (const root of roots) {
        const name = fixedName(root);
        if (name !== undefined) add(found, letters(name), [{ client, kind: root.name, siblings }]);
      }
  return found;
}

/** Undefined for an interpreter and for a wildcard. */
function fixedName({ exe, script }: RootPattern): string | undefined {
  const name = lastPart(exe);
  return script !== undefined || /[*?[{]/.test(name) ? undefined : name;
}

/** Each client once a name; a name that is its own for one edition is its own. */
function add(map: Map<string, Named[]>, name: string, more: readonly Named[]): void {
  const list = map.get(name) ?? [];
  for (const one of more) {
    const at = list.findIndex(({ client }) => client === one.client);
    if (at < 0) list.push(one);
    else if (one.kind === 'own') list[at] = one;
  }
  map.set(name, list);
}
