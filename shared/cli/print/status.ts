import type { Language } from '../../core/language.ts';
import type { Words } from '../../words/en.ts';
import { words } from '../../words/words.ts';
import { cacheInWords, describeRemaining, noteInWords } from '../../words/remaining-in-words.ts';
import { doubtsInWords, namesakesInWords } from '../../words/doubts-in-words.ts';
import type { StatusLine } from '../../core/receipt.ts';
import { columnsOf, sign, type Screen } from './screen.ts';
import { table } from './table.ts';

/** The size of its cache, named as such among other things. */
const cacheOf = (line: StatusLine, say: Words): string => {
  const said = cacheInWords(line, line.client, say);
  return said === '' ? '' : `${say.receipt.cache} ${said}`;
};

/**
 * One line a client: sign, name, presence, what is left. Of many clients those that left without a
 * trace share one line, so that what matters is seen. `left`: those that are known to have been there before; `unread`: a
 * client's file cannot be read, so that nobody knows whether it runs.
 */
export function statusLines(
  lines: readonly StatusLine[],
  screen: Screen,
  lang: Language,
  all: boolean,
  left: ReadonlySet<string> = new Set(),
  unread = false,
): readonly string[] {
  const say = words(lang);
  const quiet = (line: StatusLine): boolean =>
    !all &&
    !left.has(line.client) &&
    line.presence === 'gone' &&
    (line.bytes === 0 || line.bytesWhy === 'not-looked') &&
    line.others === 0 &&
    (line.leftovers ?? 0) === 0 &&
    line.unmerged.length === 0 &&
    line.unseen.every(({ why }) => why === 'not-looked');
  const shown = lines.filter((line) => !quiet(line));
  const rows = shown.map((line) => [
    sign(screen, line.presence),
    screen.paint.bold(line.name),
    line.presence === 'gone' && !left.has(line.client)
      ? say.receipt.notRunning
      : say.presence[line.presence],
    [...describeRemaining(line, say), noteInWords(line, say), cacheOf(line, say)]
      .filter(Boolean)
      .join(' · '),
  ]);
  const [first] = lines.filter(({ bytesWhy }) => bytesWhy === 'not-looked');
  const files = all && first ? [`   ${say.remaining.filesNotLooked(first.client)}`] : [];
  const notes = shown
    .flatMap((line) => [
      ...doubtsInWords(line, { id: line.client, name: line.name }, say),
      ...(all ? namesakesInWords(line, say) : []),
    ])
    .map((note) => `   ${note}`);
  const gone = lines.filter(quiet).length;
  if (gone === 0) return [...table(rows, columnsOf(screen)), ...notes, ...files];
  const rest = `${sign(screen, 'gone')}  ${screen.paint.gray(rows.length > 0 ? say.remaining.noneOf(gone) : unread ? say.remaining.noOther : say.remaining.nothingLeft)}`;
  return [...table(rows, columnsOf(screen)), rest, ...notes];
}
