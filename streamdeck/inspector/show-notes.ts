/// <reference lib="dom" />
import type { Language } from '../src/language.ts';
import type { Problem } from '../src/messages.ts';
import { type Word, word } from '../src/words.ts';
import { byId, every, fill, make } from './dom.ts';
import { type Page, spoken, WHAT, WHY } from './page.ts';

const PROBLEMS: Readonly<Record<Problem, Word>> = {
  'no-such-client': 'inspector.problem.no-such-client',
  'hold-in-multi-action': 'inspector.problem.hold-in-multi-action',
};

/** Says what is wrong with this key, and what could not be seen. */
export function showNotes(page: Page): void {
  const language = spoken(page);
  fill(
    byId('problems', HTMLUListElement),
    problems(page).map((name) => make('li', word(language, name))),
  );
  const unseen = page.sent?.unseen ?? [];
  const help = byId('help', HTMLDetailsElement);
  help.hidden = page.sent === undefined;
  const list = byId('unseen', HTMLDivElement);
  // Opened once, when there is a cause; then it is the person's to close.
  if (list.hidden && unseen.length > 0) help.open = true;
  list.hidden = unseen.length === 0;
  fill(
    list.querySelector('ul') ?? list,
    unseen.map(({ what, why }) =>
      make('li', `${spell(WHAT, what, language)} · ${spell(WHY, why, language)}`),
    ),
  );
  for (const one of every('[data-platform]')) {
    one.hidden = one.dataset['platform'] !== page.sent?.platform;
  }
}

function problems(page: Page): readonly Word[] {
  const sent = page.sent?.problems ?? [];
  const names = [...new Set(sent)].map((one) => PROBLEMS[one]);
  return page.isLost ? ['inspector.problem.lost', ...names] : names;
}

/** The word of a code; what the machine said about it (`denied: EACCES`) stays as it is. */
function spell(words: Readonly<Record<string, Word>>, said: string, language: Language): string {
  const [code = '', ...details] = said.split(': ');
  const name = Object.hasOwn(words, code) ? words[code] : undefined;
  if (name === undefined) return said;
  const text = word(language, name);
  return details.length === 0 ? text : `${text} (${details.join(': ')})`;
}
