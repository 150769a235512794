import { editionsOn, type Client, type Edition } from '../../core/client.ts';
import { matcher } from '../../core/matcher.ts';
import type { Places } from '../../core/paths.ts';
import { mayMatter } from '../../core/recognition/may-matter.ts';
import { mayRunNamed } from '../../core/recognition/may-run-named.ts';
import { memoize } from '../memoize.ts';
import { completer } from './complete.ts';
import { namedPlaces } from './links.ts';
import type { Environment } from './places.ts';

const editionsOfAll = (clients: readonly Client[]): readonly Edition[] =>
  clients.flatMap((client) => editionsOn(client, 'linux'));

/** What every look needs of a catalogue; made once for each. */
export const compiling = (
  places: Places,
  at: { readonly env: Environment; readonly proc: string },
) =>
  memoize((clients: readonly Client[]) => ({
    match: matcher(clients, 'linux', places),
    matters: mayMatter(clients, 'linux', places),
    runsNamed: mayRunNamed(clients, 'linux'),
    named: namedPlaces(clients, places),
    complete: completer(clients, places, at),
    sandboxes: new Set(
      editionsOfAll(clients).flatMap(({ roots }) => roots.flatMap(({ sandbox }) => sandbox ?? [])),
    ),
    hasSettled: clients.some(({ settled }) => (settled?.is.length ?? 0) > 0),
    ids: new Set(editionsOfAll(clients).flatMap(({ tray }) => tray.ids)),
    buses: [...new Set(editionsOfAll(clients).flatMap(({ tray }) => tray.bus ?? []))],
  }));

export type Compile = ReturnType<typeof compiling>;
