import { EN, type Words } from './words.en.ts';
import { ZH } from './words.zh.ts';

export type PageLanguage = 'en' | 'zh';

const TABLES: Readonly<Record<PageLanguage, Words>> = { en: EN, zh: ZH };

export const wordsOf = (language: PageLanguage): Words => TABLES[language];

/** The page's language for what a browser prefers. */
export const pageLanguage = (preferred: string): PageLanguage =>
  /^zh\b/i.test(preferred) ? 'zh' : 'en';

/** As the `lang` attribute wants it: `zh_CN` is `zh-CN`. */
export const tagOf = (language: string): string =>
  language === 'zh' ? 'zh-CN' : language.replace('_', '-');
