import type { Client } from '../../core/client.ts';
import type { Platform } from '../../core/model.ts';
import { recordedEdition } from './own-edition.ts';
import type { RecordedClient } from '../../schema/recording-shape.ts';

/** The clients that a replay works with: the catalogue, and the recorded one where it is not in it. */
export function clientsOf(
  { client, own }: RecordedClient,
  platform: Platform,
  catalogue: readonly Client[],
): readonly Client[] {
  if (own === undefined) return catalogue;
  const described: Client = {
    ...{ id: client, name: client, nameZh: client, origin: { file: 'recording' } },
    editions: own.map((edition, at) => recordedEdition(edition, at, platform)),
  };
  return [...catalogue.filter(({ id }) => id !== client), described];
}
