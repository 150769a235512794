import { editionsOn, type Client } from '../../../core/client.ts';
import { tellingClasses } from '../../../core/recognition/window-class-doubts.ts';
import { installValues } from '../installs.ts';
import { fullKey } from './registry.ts';
import { expand, lastPart, placeGlobs, type Places } from '../../../core/paths.ts';

/** Which programs PowerShell looks at closely; it may be more than belong to a client, never less. */
export interface Wanted {
  /** File names, e.g. `Weixin.exe`. */
  readonly names: readonly string[];
  /** Wildcards over whole paths with forward slashes, as `-like` has them. */
  readonly likes: readonly string[];
  /** Classes of windows that one client alone has. */
  readonly classes: readonly string[];
  /** Values in which installers write where a client is. */
  readonly installs: readonly { readonly key: string; readonly value: string }[];
}

/** What `mayMatter` means, as PowerShell can test it: asking for an owner is slow there. */
export function wantedOf(clients: readonly Client[], places: Places): Wanted {
  const names = new Set<string>();
  const likes = new Set<string>();
  const values = placeGlobs(places);
  for (const client of clients)
    for (const edition of editionsOn(client, 'windows'))
      for (const { exe } of [...edition.roots, ...edition.helpers]) {
        const glob = expand(exe, values);
        if (glob === undefined) continue;
        const name = lastPart(glob);
        if (/[*?[{]/.test(name)) likes.add(likeOf(glob));
        else names.add(name);
      }
  const installs = installValues(clients).flatMap(({ key, value }) => {
    const full = fullKey(key);
    return full === undefined ? [] : [{ key: full, value }];
  });
  const classes = [...tellingClasses(clients, 'windows').keys()];
  return { names: [...names], likes: [...likes], classes, installs };
}

/** `*` crosses folders in PowerShell, which only lets more through; what it cannot say becomes `?`. */
const likeOf = (glob: string): string =>
  glob.replace(/\*\*\/|\*+/g, '*').replace(/\[![^\]/]+\]/g, '?');
