import type { Language } from '../../src/language.ts';
import { DE } from './words.de.ts';
import { EN, type Words } from './words.en.ts';
import { JA } from './words.ja.ts';
import { ZH_CN } from './words.zh-cn.ts';
import { ZH_TW } from './words.zh-tw.ts';

const TABLES: Readonly<Record<Language, Words>> = {
  en: EN,
  zh_CN: ZH_CN,
  zh_TW: ZH_TW,
  ja: JA,
  de: DE,
};

export const wordsOf = (language: Language): Words => TABLES[language];

/** As the `lang` attribute wants it: `zh_CN` is `zh-CN`. */
export const tagOf = (language: Language): string => language.replace('_', '-');

/** The languages of page and keys, each named in itself, as in every language menu. */
export const NAMED = [
  ['en', 'English'],
  ['zh_CN', '简体中文'],
  ['zh_TW', '繁體中文'],
  ['ja', '日本語'],
  ['de', 'Deutsch'],
] as const satisfies readonly (readonly [Language, string])[];
