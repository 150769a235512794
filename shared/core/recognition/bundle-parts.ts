import type { Match } from '../matcher.ts';
import type { ClientId, ClientProcess, Process } from '../model.ts';
import { bundlesOf, inOneBundle, isMain } from './bundle.ts';

type Matches = ReadonlyMap<number, readonly Match[]>;

/** Whose application is which, by the roots that run: by bundle, with the claim of each root's client. */
export type RootBundles = ReadonlyMap<string, readonly Match[]>;

export function rootBundles(processes: readonly Process[], matches: Matches): RootBundles {
  const found = new Map<string, readonly Match[]>();
  for (const process of processes) {
    const roots = (matches.get(process.pid) ?? []).filter(({ as }) => as === 'root');
    if (roots.length === 0) continue;
    for (const bundle of bundlesOf(process))
      found.set(bundle, [...(found.get(bundle) ?? []), ...roots]);
  }
  return found;
}

/** What lies in the application of a root that runs is its part, whatever another client calls such a part. */
export function partOfRoot(process: Process, bundles: RootBundles): readonly Match[] {
  const found = new Map<ClientId, Match>();
  for (const bundle of bundles.size === 0 ? [] : bundlesOf(process))
    for (const root of bundles.get(bundle) ?? [])
      found.set(root.client, { ...root, as: 'helper', belowRoot: isMain(process) });
  return [...found.values()];
}

/**
 * No helper ends while a program lives that started it and lies in the same application, unless that is the
 * client's as well: then it is named and left alone.
 */
export function leaveWithLivingParent(
  helper: ClientProcess,
  mine: ReadonlySet<number>,
  byPid: ReadonlyMap<number, Process>,
): ClientProcess {
  const parent = parentInBundle(helper, byPid);
  return helper.role === 'root' || !parent || mine.has(parent.pid)
    ? helper
    : { ...helper, onlyNamed: true };
}

/** The living parent of a process, where it lies in the same application. */
export function parentInBundle(
  process: Process,
  byPid: ReadonlyMap<number, Process>,
): Process | undefined {
  const parent = byPid.get(process.parent);
  return parent && inOneBundle(process, parent) ? parent : undefined;
}
