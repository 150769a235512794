import { text, words, type Language } from '../../core/explain.ts';
import type { StatusLine } from '../../core/receipt.ts';
import { doubtsInWords, namesakesInWords } from '../../core/doubts-in-words.ts';
import { cacheInWords, describeRemaining, noteInWords } from '../../core/remaining.ts';
import { sign, type Screen } from './screen.ts';
import { table } from './table.ts';

/**
 * One line a client: sign, name, presence, what is left. Of many clients those that left without a
 * trace share one line, so that what matters is seen.
 */
export function statusLines(
  lines: readonly StatusLine[],
  screen: Screen,
  lang: Language,
  all: boolean,
): readonly string[] {
  const quiet = (line: StatusLine): boolean =>
    !all &&
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
    words(lang).presence[line.presence],
    [...describeRemaining(line, lang), noteInWords(line, lang), cacheInWords(line, lang)]
      .filter(Boolean)
      .join(' · '),
  ]);
  const [first] = lines.filter(({ bytesWhy }) => bytesWhy === 'not-looked');
  const files = all && first ? [`   ${text(lang, 'filesNotLooked', first.client)}`] : [];
  const notes = shown
    .flatMap((line) => [
      ...doubtsInWords(line, { id: line.client, name: line.name }, lang),
      ...(all ? namesakesInWords(line, lang) : []),
    ])
    .map((note) => `   ${note}`);
  const gone = lines.filter(quiet).length;
  if (gone === 0) return [...table(rows), ...notes, ...files];
  const rest = `${sign(screen, 'gone')}  ${screen.paint.gray(rows.length === 0 ? text(lang, 'nothingLeft') : text(lang, 'noneOf', gone))}`;
  return [...table(rows), rest, ...notes];
}
