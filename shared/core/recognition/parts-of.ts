import type { Client } from '../client.ts';
import { known } from '../known.ts';
import { matcher, type Match } from '../matcher.ts';
import type { Platform, Process } from '../model.ts';
import type { Places } from '../paths.ts';
import { isMain } from './bundle.ts';
import { isPart } from './chromium-parts.ts';
import { earlierFolders } from './leftover-name.ts';
import { pathsOf } from './names-of.ts';
import { ownFolders } from './own-folder.ts';
import { programOf } from './program.ts';
import { sandboxMembers } from './sandbox-members.ts';
import { PLATFORMS } from '../platforms.ts';

/**
 * What belongs to a client although no pattern names it: programs in its own folder (crash handlers, updaters),
 * and all members of its named sandbox.
 */
export function partsOf(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): (process: Process) => readonly Match[] {
  const foldersOf = ownFolders(clients, platform, places);
  const memberOf = sandboxMembers(clients, platform);
  const match = matcher(clients, platform, places);
  // A helper whose folder was set aside runs on under the new name of that folder, which may be another's as well.
  const helpersAt = (process: Process, path: string): readonly Match[] =>
    match({ ...process, exe: known(path) })
      .filter(({ as }) => as === 'helper')
      .map((one) => ({ ...one, byFolder: true }));
  const matches = new Map(clients.map((client) => [client.id, matchOf(client)]));
  return (process) => {
    const member = matches.get(memberOf(process) ?? '');
    if (member) return [member];
    const { isOtherFile, isContained, isForeign } = process.traits ?? {};
    if (!process.exe.known || isOtherFile || isContained || isForeign) return [];
    const paths = pathsOf(process);
    const earlier = paths.flatMap(earlierFolders);
    const helpers = earlier.flatMap((path) => helpersAt(process, path));
    if (helpers.length > 0) return helpers;
    const owners = new Map(
      [...paths, ...earlier].flatMap(foldersOf).map(({ client, isSure }) => [client, isSure]),
    );
    // An application that a shared Electron runs is a program of its own; its folder may be anybody's.
    const isApp = programOf(process)?.by === 'electron' && !isPart(process);
    // The unknown program of an application may be what the person started.
    const belowRoot = PLATFORMS[platform].hasBundles && isMain(process);
    return [...owners].flatMap(([id, isSure]) => {
      const found = matches.get(id);
      if (found === undefined || (isApp && !isSure)) return [];
      return [{ ...found, belowRoot, ...(isSure ? {} : { byFolder: true as const }) }];
    });
  };
}

const matchOf = ({ id, origin }: Client): Match => ({
  client: id,
  as: 'helper',
  belowRoot: false,
  sure: true,
  byUser: origin !== 'catalogue',
});
