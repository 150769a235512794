/// <reference lib="dom" />
import type { Language } from '../src/language.ts';
import { readSettings } from '../src/settings.ts';
import { type Word, word } from '../src/words.ts';
import { chosen } from './choices.ts';
import { byId, fill, make } from './dom.ts';
import { type Page, spoken } from './page.ts';

/** Shows the face of the key, and in words what it says. */
export function showState(page: Page): void {
  const language = spoken(page);
  const { sent } = page;
  const face = byId('face', HTMLImageElement);
  face.hidden = !sent?.face;
  face.alt = word(language, 'inspector.preview');
  if (sent?.face && face.src !== sent.face) face.src = sent.face;
  fill(byId('now', HTMLUListElement), lines(page, language));
}

function lines(page: Page, language: Language): readonly HTMLLIElement[] {
  const { sent } = page;
  if (sent === undefined) return [line(language, 'looking', '')];
  const { client } = readSettings(page.raw).settings;
  const clients = chosen(sent.clients, client);
  if (clients.length > 0) return clients.map((one) => line(language, one.presence, one.name));
  // Gone is said only of clients that were looked at, every one of them.
  const areGone =
    client === 'any' &&
    sent.clients.length > 0 &&
    sent.clients.every((one) => one.presence === 'gone');
  const areLooked = sent.clients.every((one) => one.presence !== 'looking');
  return [line(language, areGone ? 'gone' : areLooked ? 'unknown' : 'looking', '')];
}

function line(language: Language, presence: Word, name: string): HTMLLIElement {
  const made = make('li');
  made.dataset['presence'] = presence;
  const sign = make('i');
  sign.ariaHidden = 'true';
  made.append(sign);
  if (name !== '') made.append(make('b', name));
  made.append(make('span', word(language, presence)));
  return made;
}
