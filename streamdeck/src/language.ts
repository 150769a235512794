/** The languages of the keys and the inspector, as the files beside the manifest are called. */
export const LANGUAGES = ['en', 'zh_CN', 'zh_TW', 'ja', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language of a host's tag (`zh-CN`, `zh_TW`, `de-AT`), English for those we do not speak. */
export function languageOf(tag: string): Language {
  const plain = tag.replace('-', '_').toLowerCase();
  if (/^zh_(tw|hk|mo|hant)/.test(plain)) return 'zh_TW';
  if (plain.startsWith('zh')) return 'zh_CN';
  return LANGUAGES.find((one) => plain.startsWith(one)) ?? 'en';
}
