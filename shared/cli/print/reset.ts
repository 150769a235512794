import type { Language } from '../../core/language.ts';
import type { Known } from '../../core/known.ts';
import type { ResetListing } from '../../core/listing.ts';
import { bytes } from '../../words/bytes.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { refusedInWords } from '../../words/refused-in-words.ts';
import { words } from '../../words/words.ts';
import { inHome } from './in-home.ts';
import { columnsOf, type Screen } from './screen.ts';
import { table } from './table.ts';

/** Exactly what a reset would set aside, with sizes, and what stays; `home` becomes `~`. */
export function resetLines(
  { rows, bytes: size, refusals }: ResetListing,
  screen: Screen,
  lang: Language,
  home: string,
): readonly string[] {
  const say = words(lang);
  const { paint } = screen;
  const stays = refusals.flatMap(({ code, subject }) => [
    `  ${refusedInWords('reset', code, say).what}`,
    paint.gray(`    ${inHome(subject, home)}`),
  ]);
  if (rows.length === 0) return [`  ${say.reset.nothing}`, ...stays];
  const takesChats = rows.some(({ holds }) => holds === 'records');
  return [
    ...table(
      rows.map((row) => [
        `  ${inHome(row.path, home)}`,
        say.reset.holds[row.holds],
        say.purge.listTotal(row.files, bytes(row.bytes)),
      ]),
      columnsOf(screen),
    ),
    ...stays,
    `  ${say.reset.total(rows.length, bytes(size))}`,
    `  ${takesChats ? say.reset.takesChats : say.reset.keepsChats}`,
  ];
}

/** The list of a dry run, or why there is none. */
export function resetPreview(
  listing: Known<ResetListing>,
  screen: Screen,
  lang: Language,
  { home, runs }: { readonly home: string; readonly runs: boolean },
): readonly string[] {
  const say = words(lang);
  if (!listing.known) return [`  ${say.reset.unknown(explainWhy(listing.why, say))}`];
  return [
    ...(runs ? [`  ${say.reset.afterExit}`] : []),
    ...resetLines(listing.value, screen, lang, home),
  ];
}
