/// <reference lib="dom" />
import type { Language } from '../src/language.ts';
import type { DoubtState } from '../src/messages.ts';
import { word } from '../src/words.ts';
import { byId, fill, make } from './dom.ts';
import { type Page, spoken } from './page.ts';

/** Shows each program that may be a client, with two buttons; a namesake is one grey line. */
export function showDoubts(page: Page): void {
  const language = spoken(page);
  const list = byId('doubts', HTMLUListElement);
  const doubts = page.sent?.doubts ?? [];
  list.hidden = doubts.length === 0;
  fill(
    list,
    doubts.map((one) => (one.level === 'likely' ? likely(one, language) : namesake(one, language))),
  );
}

/** Listens to the buttons, once: the list is made again whenever it changes. */
export function listenToDoubts(
  settle: (say: 'is' | 'is-not', client: string, place: string) => void,
): void {
  byId('doubts', HTMLUListElement).addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const { say, client = '', place = '' } = target.dataset;
    if (say === 'is' || say === 'is-not') settle(say, client, place);
  });
}

function likely(doubt: DoubtState, language: Language): HTMLLIElement {
  const { name, pid, place } = doubt;
  const made = make('li');
  made.append(make('span', word(language, 'inspector.doubt', name)));
  if (place === null) {
    made.append(make('p', word(language, 'inspector.doubt-hidden', pid)));
    return made;
  }
  made.append(make('code', place));
  made.append(
    button('is', doubt, word(language, 'inspector.doubt-is', name)),
    button('is-not', doubt, word(language, 'inspector.doubt-is-not', name)),
  );
  return made;
}

function namesake({ name, place }: DoubtState, language: Language): HTMLLIElement {
  const made = make('li', `${word(language, 'inspector.namesake', name)} ${place ?? ''}`);
  made.className = 'hint';
  return made;
}

function button(
  say: 'is' | 'is-not',
  { client, place }: DoubtState,
  text: string,
): HTMLButtonElement {
  const made = make('button', text);
  made.type = 'button';
  made.dataset['say'] = say;
  made.dataset['client'] = client;
  made.dataset['place'] = place ?? '';
  return made;
}
