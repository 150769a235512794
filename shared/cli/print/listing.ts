import { inHome } from './in-home.ts';
import type { Language } from '../../core/language.ts';
import { bytes } from '../../words/bytes.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { words } from '../../words/words.ts';
import type { Known } from '../../core/known.ts';
import type { Listing, Row } from '../../core/listing.ts';
import { columnsOf, type Screen } from './screen.ts';
import { table } from './table.ts';

/** Rows that fit on a screen; `--verbose` shows all. */
const ROWS = 20;
const REFUSALS = 3;

/**
 * Exactly what would go: by tier, account and the folder that they share, each folder with files, size, from when to
 * when. `home` becomes `~`.
 */
export function listingLines(
  listing: Listing,
  screen: Screen,
  lang: Language,
  { home, verbose = false }: { readonly home: string; readonly verbose?: boolean },
): readonly string[] {
  const say = words(lang);
  const { paint } = screen;
  const shown = verbose ? listing.rows : listing.rows.slice(0, ROWS);
  const more = listing.rows.length - shown.length;
  const refused = verbose ? listing.refusals : listing.refusals.slice(0, REFUSALS);
  return [
    ...groupsOf(shown).flatMap((rows) => groupLines(rows, screen, lang, home)),
    ...(more > 0 ? [paint.gray(`  ${say.purge.listMore(more)}`)] : []),
    ...refused.flatMap((one) => [
      `  ${say.refusal[one.code].what}`,
      paint.gray(`    ${inHome(one.subject, home)}`),
    ]),
    ...(listing.files > 0
      ? [`  ${totalOf(listing, lang)} · ${say.purge.listCode(listing.code)}`]
      : [`  ${say.receipt.nothingToRemove}`]),
  ];
}

/** Rows of one tier and account, in the order in which they come. */
function groupsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.tier}/${row.account ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function groupLines(
  rows: readonly Row[],
  screen: Screen,
  lang: Language,
  home: string,
): readonly string[] {
  const say = words(lang);
  const [first] = rows;
  if (!first) return [];
  const above = sharedFolder(rows.map(({ folder }) => folder));
  const head = [say.tier[first.tier], first.account ?? '', inHome(above, home)];
  return [
    `  ${head.filter(Boolean).join(' · ')}`,
    ...table(
      rows.map((row) => [
        `    ${row.folder.slice(above.length).replace(/^\//, '')}`,
        say.purge.listTotal(row.files, bytes(row.bytes)),
        screen.paint.gray(span(row)),
      ]),
      columnsOf(screen),
    ),
  ];
}

/** The folder above all of these. */
function sharedFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((one) => one.split('/').slice(0, -1));
  let length = first.length;
  for (const other of others)
    while (length > 0 && other.slice(0, length).join('/') !== first.slice(0, length).join('/'))
      length--;
  return first.slice(0, length).join('/');
}

/** The list of a dry run, or why there is none. */
export function previewLines(
  listing: Known<Listing>,
  screen: Screen,
  lang: Language,
  how: {
    readonly home: string;
    readonly verbose: boolean;
    readonly runs: boolean;
    /** The purge, to be said again: `purge wechat --tier your-files`. */
    readonly again: string;
  },
): readonly string[] {
  const say = words(lang);
  if (!listing.known) return [`  ${say.purge.listUnknown(explainWhy(listing.why, say))}`];
  return [
    ...(how.runs ? [`  ${say.purge.afterExit}`] : []),
    ...listingLines(listing.value, screen, lang, how),
    ...(how.runs || listing.value.files === 0
      ? []
      : [`  ${say.purge.exactly(`${how.again} --as-shown ${listing.value.code}`)}`]),
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
