/// <reference lib="dom" />
import type { Language } from '../src/language.ts';
import type { Choice } from '../src/messages.ts';
import { readSettings } from '../src/settings.ts';
import { word } from '../src/words.ts';
import { groups } from './choices.ts';
import { byId, fill, make } from './dom.ts';
import { type Page, spoken } from './page.ts';

/** Fills the list of clients, and chooses the one of the settings. */
export function showClients(page: Page): void {
  const language = spoken(page);
  const { client } = readSettings(page.raw).settings;
  const select = byId('client', HTMLSelectElement);
  const clients = page.sent?.clients ?? [];
  const first = option('any', word(language, 'inspector.whichever'));
  const isListed = client === 'any' || clients.some((one) => one.id === client);
  // Without its own line the list would show another client than the key acts on.
  const stray = isListed ? [] : [option(client, strayName(page, language, client))];
  const lists = groups(clients).map((group) => {
    const made = make('optgroup');
    made.label = word(language, group.word);
    made.append(...group.clients.map((one) => option(one.id, named(one, language))));
    return made;
  });
  fill(select, [first, ...stray, ...lists]);
  select.value = client;
}

/** Before the plugin answered nobody can say that a client is not known. */
const strayName = (page: Page, language: Language, client: string): string =>
  page.sent === undefined ? client : word(language, 'inspector.no-such', client);

/** A client that is not here needs no word; of one that is, one wants to know how. */
const named = (client: Choice, language: Language): string =>
  client.installed || client.presence !== 'gone'
    ? `${client.name} · ${word(language, client.presence)}`
    : client.name;

function option(value: string, text: string): HTMLOptionElement {
  const made = make('option', text);
  made.value = value;
  return made;
}
