import { existsSync } from 'node:fs';
import { words } from '../../words/words.ts';
import { doubtInWords, namesakeInWords, quoted } from '../../words/doubts-in-words.ts';
import type { DoubtLine } from '../../core/receipt.ts';
import { settledPlaces, type FoundPlaces } from '../../store/places-file.ts';
import type { Context } from '../context.ts';
import type { Finding } from '../print/findings.ts';
import { idIn, nameIn } from '../resolve-clients.ts';

/** One settled place: the client that it is, or null where it is none, and whether it is still there. */
export interface SettledRow {
  readonly place: string;
  readonly client: string | null;
  readonly managed: boolean;
  /** Absent where that cannot be told: inside of Wine and of the Nix store a place is no path. */
  readonly exists?: boolean;
}

/** All settled places, the managed ones first. */
export async function settledRows({ machine }: Context): Promise<readonly SettledRow[]> {
  const { managed, own }: FoundPlaces = await settledPlaces(machine.places);
  return [managed, own].flatMap(({ is, isNot }, at) => {
    const row = (place: string, client: string | null): SettledRow => ({
      ...{ place, client, managed: at === 0 },
      ...(isPath(place) ? { exists: existsSync(place) } : {}),
    });
    return [
      ...Object.entries(is).flatMap(([id, places]) => places.map((place) => row(place, id))),
      ...isNot.map((place) => row(place, null)),
    ];
  });
}

const isPath = (place: string): boolean =>
  place.startsWith('/') && !place.startsWith('/nix/store/');

/** Settled places: state, what, which, and what to do about one that is gone. */
export const placeFindings = (
  context: Context,
  rows: readonly SettledRow[],
): readonly Finding[] => {
  const { lang, screen } = context;
  const { paint } = screen;
  const { doctor, places } = words(lang);
  return rows.map(({ place, client, managed, exists }) => ({
    row: [
      exists === false ? paint.yellow(doctor.warning) : paint.green(doctor.good),
      places.settled,
      client === null ? places.isNot(place) : places.is(place, idIn(context, client)),
    ],
    below: [exists === false && !managed ? `→ ${places.gone(quoted(place))}` : ''],
  }));
};

/** What is in doubt now, with what to do; namesakes are a note. */
export const doubtLines = (
  context: Context,
  doubts: Readonly<Record<string, readonly DoubtLine[]>>,
): readonly string[] =>
  context.clients.flatMap((client) =>
    (doubts[client.id] ?? []).map((one) =>
      one.level === 'likely'
        ? doubtInWords(one, { id: client.id, name: nameIn(context, client) }, words(context.lang))
        : `${nameIn(context, client)}: ${namesakeInWords(one, words(context.lang))}`,
    ),
  );
