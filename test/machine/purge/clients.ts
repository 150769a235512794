import { CATALOGUE, CATALOGUE_IDS } from '../../../shared/clients/index.ts';
import { editionsOn, type Client, type FileRule } from '../../../shared/core/client.ts';
import type { FoundRoot } from '../../../shared/core/removal-rules.ts';
import type { Platform } from '../../../shared/core/model.ts';
import type { Places } from '../../../shared/core/paths.ts';
import { PLACES, PLATFORMS } from '../../clients/examples.ts';
import { rootsAt } from '../../clients/trees/index.ts';
import { clientAt } from '../files/tree.ts';

/** A client as it stands below a folder of this computer. */
export interface Placed {
  readonly client: Client;
  readonly platform: Platform;
  readonly roots: readonly FoundRoot[];
}

/** The places of such a computer, below a folder of this one. */
export const placesBelow = (stage: string, platform: Platform): Places =>
  Object.fromEntries(
    Object.entries(PLACES[platform]).map(([name, place]: [string, string]) => [
      name,
      `${stage}/${place.replace(/^\//, '')}`,
    ]),
  ) as unknown as Places;

const said = { source: 'test', confidence: 'high' } as const;
const TOY: readonly FileRule[] = [
  { glob: '{root}/*/cache/**', tier: 'cache', ...said },
  { glob: '{root}/*/cache/*/again/**', tier: 're-download', ...said },
  { glob: '{root}/*/files/**', tier: 'your-files', ...said },
  { glob: '{root}/*/*.log', tier: 'leftover', ...said },
  { glob: '{root}/*/cache/doubtful/**', tier: 'your-files', ...said, confidence: 'low' },
  { glob: '{root}/*.sock', is: 'socket', tier: 'leftover', ...said },
  { glob: '{root}/SingletonLock', is: { link: '{host}-[0-9]*' }, tier: 'leftover', ...said },
];

function toyAt(stage: string): Placed {
  const top = `${stage}/chat`;
  const toy = clientAt(top, []);
  const editions = toy.editions.map((edition) => ({ ...edition, files: TOY }));
  return {
    client: { ...toy, editions },
    platform: 'linux',
    roots: [{ name: 'root', path: top }],
  };
}

const real = CATALOGUE_IDS.flatMap((id) =>
  PLATFORMS.filter((platform) =>
    editionsOn(CATALOGUE[id], platform).some((edition) => !edition.exitOnly),
  ).map((platform) => (stage: string): Placed => ({
    client: CATALOGUE[id],
    platform,
    roots: rootsAt(id, platform, placesBelow(stage, platform)),
  })),
);

/** Every client with every system's rules, and a small one that has all kinds of rules. */
export const CLIENTS: readonly ((stage: string) => Placed)[] = [toyAt, toyAt, toyAt, ...real];

/** All globs of a client, also those that free nothing. */
export const globsOf = ({ client, platform }: Placed): readonly string[] =>
  editionsOn(client, platform).flatMap((edition) => [
    ...edition.files.map(({ glob }) => glob),
    ...edition.never,
  ]);
