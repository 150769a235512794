import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, CATALOGUE_IDS, type CatalogueId } from '../../../shared/clients/index.ts';
import { editionsOn } from '../../../shared/core/client.ts';
import type { Platform, Removal, Tier } from '../../../shared/core/model.ts';
import type { Places } from '../../../shared/core/paths.ts';
import { accountFolders } from '../../../shared/machine/files/accounts.ts';
import { entriesOf, onDisk } from '../../../shared/machine/files/names.ts';
import type { ScanRequest } from '../../../shared/machine/files/scan-request.ts';
import { PLACES, PLATFORMS } from '../../clients/examples.ts';
import { leavesAt, rootsAt, type Fate, type PlacedLeaf } from '../../clients/trees/index.ts';
import { folder, tidy } from '../linux/actors.ts';
import { removeAt } from './tree.ts';

tidy();

const TREES = CATALOGUE_IDS.flatMap((id) =>
  PLATFORMS.filter((platform) => editionsOn(CATALOGUE[id], platform).length > 0).map(
    (platform) => [`${id} on ${platform}`, id, platform] as const,
  ),
);

/** The places of such a computer, below a folder of this one. */
const placesBelow = (stage: string, platform: Platform): Places =>
  Object.fromEntries(
    Object.entries(PLACES[platform]).map(([name, place]: [string, string]) => [
      name,
      `${stage}/${place.replace(/^\//, '')}`,
    ]),
  ) as unknown as Places;

/** Writes a tree to the disk; no two files hold the same. */
function plant(leaves: readonly PlacedLeaf[]): void {
  for (const { path: file, size, kind } of leaves) {
    mkdirSync(onDisk(path.dirname(file)), { recursive: true });
    if (kind === 'link') symlinkSync('nowhere', onDisk(file));
    // A socket cannot have so long a path; what stands there stays all the same.
    else if (kind === 'socket') symlinkSync('no socket', onDisk(file));
    else
      writeFileSync(
        onDisk(file),
        createHash('sha256')
          .update(file)
          .digest('hex')
          .repeat(size / 64 + 1),
      );
  }
}

const hash = (file: string): string => {
  const own = lstatSync(onDisk(file), { throwIfNoEntry: false });
  if (!own) return 'gone';
  const bytes = own.isSymbolicLink()
    ? readlinkSync(onDisk(file), 'buffer')
    : readFileSync(onDisk(file));
  return createHash('sha256').update(bytes).digest('hex');
};

const hashes = (leaves: readonly PlacedLeaf[]): ReadonlyMap<string, string> =>
  new Map(leaves.map((leaf) => [leaf.path, hash(leaf.path)]));

/** Bytes on disk of the leaves with this fate, as `du` counts them. */
const bytesOf = (leaves: readonly PlacedLeaf[], ...fates: readonly Fate[]): number =>
  leaves
    .filter((leaf) => fates.includes(leaf.fate))
    .reduce((sum, leaf) => sum + lstatSync(onDisk(leaf.path)).blocks * 512, 0);

function ourFolders(top: string): readonly string[] {
  return entriesOf(top).flatMap(({ name, isFolder }) => [
    ...(name.startsWith('.clean-exit-') ? [name] : []),
    ...(isFolder ? ourFolders(`${top}/${name}`) : []),
  ]);
}

describe('a purge of a realistic tree', () => {
  it.each(TREES)(
    'of %s frees what the preview said, and every other byte stays',
    async (_, id, platform) => {
      const stage = folder();
      const places = placesBelow(stage, platform);
      const leaves = leavesAt(id, platform, places);
      plant(leaves);
      const before = hashes(leaves);
      const purge = async (permanently: boolean, ...tiers: readonly Tier[]): Promise<Removal> =>
        removeAt(questionOf(id, platform, places, tiers), path.join(stage, 'trash'), {
          permanently,
        });
      const expectGone = (...fates: readonly Fate[]): void => {
        for (const { path: file, fate } of leaves)
          expect(hash(file), file).toBe(fates.includes(fate) ? 'gone' : before.get(file));
        expect(ourFolders(stage)).toEqual([]);
      };
      const cache = bytesOf(leaves, 'cache');
      const [files] = [leaves.filter((leaf) => leaf.fate === 'cache').length];
      expect(await purge(true, 'cache')).toMatchObject({ files, bytes: cache, to: 'nowhere' });
      expectGone('cache');
      const rest = bytesOf(leaves, 're-download', 'leftover', 'your-files');
      const removal = await purge(
        false,
        'cache',
        're-download',
        'leftover',
        'your-files',
        'messages',
      );
      expect(removal).toMatchObject({ bytes: rest, to: 'trash' });
      for (const refusal of removal.refusals) expect(refusal.code).toBe('link');
      expectGone('cache', 're-download', 'leftover', 'your-files');
    },
  );
});

function questionOf(
  id: CatalogueId,
  platform: Platform,
  places: Places,
  tiers: readonly Tier[],
): ScanRequest {
  const roots = rootsAt(id, platform, places);
  const uid = process.getuid?.() ?? -1;
  const terms = { client: CATALOGUE[id], platform, roots, tiers, uid, host: 'desk' };
  return { terms, mounts: new Set(), accounts: accountFolders(terms) };
}
