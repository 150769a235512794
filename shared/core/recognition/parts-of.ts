import { editionsOn, type Client } from '../client.ts';
import type { Match } from '../matcher.ts';
import type { Platform, Process } from '../model.ts';
import type { Places } from '../paths.ts';
import { ownFolders } from './own-folder.ts';

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
  const bySandbox = new Map<string, Match>();
  const claims = new Map<string, Match>();
  for (const client of clients) {
    claims.set(client.id, claimOf(client));
    for (const { roots } of editionsOn(client, platform))
      for (const { sandbox } of roots)
        if (sandbox !== undefined) bySandbox.set(sandbox, claimOf(client));
  }
  return (process) => {
    const member = process.sandbox === undefined ? undefined : bySandbox.get(process.sandbox);
    if (member) return [member];
    const { isOtherFile, isContained, isForeign } = process.traits ?? {};
    if (!process.exe.known || isOtherFile || isContained || isForeign) return [];
    return foldersOf(process.exe.value).flatMap((id) => claims.get(id) ?? []);
  };
}

const claimOf = ({ id, origin }: Client): Match => ({
  client: id,
  as: 'helper',
  belowRoot: false,
  sure: true,
  byUser: origin !== 'catalogue',
});
