import type { Language } from '../../core/language.ts';
import { bytes } from '../../words/bytes.ts';
import { words } from '../../words/words.ts';
import type { Known } from '../../core/known.ts';
import type { Account } from '../../core/listing.ts';
import { columnsOf, type Screen } from './screen.ts';
import { table } from './table.ts';

/** From this size on, in bytes, people look for what takes their disk. */
const BIG = 100_000_000;

/** What a purge never touches and what is big, by account: it answers where the rest of the disk went. */
export function staysLines(
  accounts: Known<readonly Account[]>,
  screen: Screen,
  lang: Language,
): readonly string[] {
  const say = words(lang);
  if (!accounts.known) return [];
  const big = accounts.value.filter(({ kept }) => kept >= BIG);
  const rows = big.map(({ name, kept }) => [
    `  ${say.purge.stays}`,
    name,
    bytes(kept),
    screen.paint.gray(say.purge.staysWhat),
  ]);
  return table(rows, columnsOf(screen));
}
