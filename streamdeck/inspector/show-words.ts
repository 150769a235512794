/// <reference lib="dom" />
import type { Language } from '../src/language.ts';
import { type Word, word } from '../src/words.ts';
import { every } from './dom.ts';

const TAGS: Readonly<Record<Language, string>> = {
  en: 'en',
  zh_CN: 'zh-Hans',
  zh_TW: 'zh-Hant',
  ja: 'ja',
  de: 'de',
};

/** Puts every fixed word of the page into one language. */
export function showWords(language: Language): void {
  document.documentElement.lang = TAGS[language];
  for (const one of every('[data-word]')) {
    // The names in inspector.html are held against the tables by a test.
    const text = word(language, one.dataset['word'] as Word);
    if (one.textContent !== text) one.textContent = text;
  }
}

/** A time in seconds, as the language writes it. */
export const seconds = (language: Language, ms: number): string =>
  word(
    language,
    'inspector.seconds',
    new Intl.NumberFormat(TAGS[language], { minimumFractionDigits: 1 }).format(ms / 1000),
  );
