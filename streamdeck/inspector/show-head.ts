/// <reference lib="dom" />
import de from '../org.clean-exit.keys.sdPlugin/de.json' with { type: 'json' };
import en from '../org.clean-exit.keys.sdPlugin/en.json' with { type: 'json' };
import ja from '../org.clean-exit.keys.sdPlugin/ja.json' with { type: 'json' };
import zhCN from '../org.clean-exit.keys.sdPlugin/zh_CN.json' with { type: 'json' };
import zhTW from '../org.clean-exit.keys.sdPlugin/zh_TW.json' with { type: 'json' };
import type { Language } from '../src/language.ts';
import { readSettings } from '../src/settings.ts';
import { word } from '../src/words.ts';
import { byId } from './dom.ts';
import { type Page, spoken } from './page.ts';
import { pressWord } from './press.ts';

type Names = Readonly<Record<string, unknown>>;

const TABLES: Readonly<Record<Language, Names>> = { en, zh_CN: zhCN, zh_TW: zhTW, ja, de };

/** The key's own name, and what a press of it does. */
export function showHead(page: Page): void {
  const language = spoken(page);
  const { action, kind } = page.given;
  const { settings } = readSettings(page.raw);
  const does = pressWord(kind, settings, page.sent?.isInMultiAction ?? false);
  put('name', nameOf(language, action));
  put('press', does === undefined ? '' : word(language, does));
}

/** What an action is called in a language; the name of the product for one that is not known. */
function nameOf(language: Language, action: string): string {
  const found = TABLES[language][action];
  const name = typeof found === 'object' && found !== null && 'Name' in found ? found.Name : '';
  return typeof name === 'string' && name !== '' ? name : en.Name;
}

function put(id: string, text: string): void {
  const one = byId(id, HTMLElement);
  if (one.textContent !== text) one.textContent = text;
}
