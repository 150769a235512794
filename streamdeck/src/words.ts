import de from '../org.clean-exit.keys.sdPlugin/de.json' with { type: 'json' };
import en from '../org.clean-exit.keys.sdPlugin/en.json' with { type: 'json' };
import ja from '../org.clean-exit.keys.sdPlugin/ja.json' with { type: 'json' };
import zhCN from '../org.clean-exit.keys.sdPlugin/zh_CN.json' with { type: 'json' };
import zhTW from '../org.clean-exit.keys.sdPlugin/zh_TW.json' with { type: 'json' };
import type { Language } from './language.ts';

/** A word of a face, by the name that it has in the files beside the manifest. */
export type Word = keyof (typeof en)['Localization'];

const TABLES: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  en: en.Localization,
  zh_CN: zhCN.Localization,
  zh_TW: zhTW.Localization,
  ja: ja.Localization,
  de: de.Localization,
};

/** One word in one language, with its `%s` filled in. */
export const word = (language: Language, name: Word, value: string | number = ''): string =>
  TABLES[language][name].replace('%s', () => String(value));
