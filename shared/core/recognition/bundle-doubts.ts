import { editionsOn, type Client } from '../client.ts';
import type { Platform, Process } from '../model.ts';
import { isWebPage } from './bundle-ids.ts';
import { bundleName, bundleOf, bundlesOf } from './bundle.ts';
import type { Suspicion } from './name-doubts.ts';
import { PLATFORMS } from '../platforms.ts';

/** What people and the Finder append to the name of a second copy of an application: ` 2`, `10`, ` copy`, `副本`. */
const COPY = /[-_ ]*(?:\(?\d+\)?|copy(?: \d+)?|\u526f\u672c(?: \d+)?|clone\d*)$/i;

const plain = (name: string): string => name.replace(COPY, '').toLowerCase();

/**
 * Which clients a program may be that lies in an application called like theirs, at a place that no pattern knows;
 * `likely`, unless macOS says that the application is another one.
 */
export function bundleDoubts(
  clients: readonly Client[],
  platform: Platform,
): (process: Process) => readonly Suspicion[] {
  if (!PLATFORMS[platform].hasBundles) return () => [];
  const named = new Map<string, Map<Client, boolean>>();
  for (const client of clients)
    for (const [name, isOwn] of namesOf(client)) {
      const found = named.get(name) ?? new Map<Client, boolean>();
      named.set(name, found.set(client, isOwn || (found.get(client) ?? false)));
    }
  return (process) => {
    const isOther = process.bundleId !== undefined;
    if (isWebPage(process.bundleId)) return [];
    const names = new Set(
      bundlesOf(process).flatMap((one) => [bundleName(one), plain(bundleName(one))]),
    );
    return [...names].flatMap((name) =>
      [...(named.get(name) ?? [])].map(([client, isOwn]): Suspicion => ({
        client,
        level: isOwn || !isOther ? 'likely' : 'namesake',
        because: [isOwn ? 'own-name' : 'common-name', ...(isOther ? [] : (['folder'] as const))],
      })),
    );
  };
}

/** The names of a client's applications, and its bundle ids, by which PlayCover calls them. */
function* namesOf(client: Client): Iterable<readonly [string, boolean]> {
  for (const { roots, bundleIds } of editionsOn(client, 'macos')) {
    for (const { exe, name, script } of roots) {
      const bundle = bundleOf(exe);
      if (bundle === undefined || script !== undefined || /[*?[{]/.test(bundleName(bundle)))
        continue;
      yield [bundleName(bundle).toLowerCase(), name === 'own'];
    }
    for (const id of bundleIds) yield [id.toLowerCase(), true];
  }
}
