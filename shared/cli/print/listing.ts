import type { Language } from '../../core/language.ts';
import { bytes } from '../../words/bytes.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { words } from '../../words/words.ts';
import type { Known } from '../../core/known.ts';
import type { Listing, Row } from '../../core/listing.ts';
import type { Screen } from './screen.ts';
import { table } from './table.ts';

/** Rows that fit on a screen; `--verbose` shows all. */
const ROWS = 20;
const REFUSALS = 3;

/** Exactly what would go: tier, account, folder, files, size, from when to when. `home` becomes `~`. */
export function listingLines(
  listing: Listing,
  screen: Screen,
  lang: Language,
  { home, verbose = false }: { readonly home: string; readonly verbose?: boolean },
): readonly string[] {
  const say = words(lang);
  const { paint } = screen;
  const shown = verbose ? listing.rows : listing.rows.slice(0, ROWS);
  const rows = shown.map((row) => [
    `  ${say.tier[row.tier]}`,
    row.account ?? '',
    row.folder.startsWith(`${home}/`) ? `~${row.folder.slice(home.length)}` : row.folder,
    say.purge.listTotal(row.files, bytes(row.bytes)),
    paint.gray(span(row)),
  ]);
  const more = listing.rows.length - shown.length;
  const refused = verbose ? listing.refusals : listing.refusals.slice(0, REFUSALS);
  return [
    ...table(rows),
    ...(more > 0 ? [paint.gray(`  ${say.purge.listMore(more)}`)] : []),
    ...table(refused.map((one) => [`  ${say.refusal[one.code].what}`, paint.gray(one.subject)])),
    ...(listing.files > 0
      ? [`  ${totalOf(listing, lang)} · ${say.purge.listCode(listing.code)}`]
      : [`  ${say.receipt.nothingToDo}`]),
  ];
}

/** The list of a dry run, or why there is none. */
export function previewLines(
  listing: Known<Listing>,
  screen: Screen,
  lang: Language,
  how: { readonly home: string; readonly verbose: boolean; readonly runs: boolean },
): readonly string[] {
  const say = words(lang);
  if (!listing.known) return [`  ${say.purge.listUnknown(explainWhy(listing.why, say))}`];
  return [
    ...(how.runs ? [`  ${say.purge.afterExit}`] : []),
    ...listingLines(listing.value, screen, lang, how),
  ];
}

export const totalOf = ({ files, bytes: size }: Listing, lang: Language): string =>
  words(lang).purge.listTotal(files, bytes(size));

/** `2026-10-01 … 2026-11-24`, or one day. */
function span({ oldest, newest }: Row): string {
  const [from, to] = [day(oldest), day(newest)];
  return from === to ? from : `${from} … ${to}`;
}

/** The day where the reader is. */
export const day = (ms: number): string => {
  const date = new Date(ms);
  return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};
