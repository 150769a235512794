export type Language = 'en' | 'zh';

/** `zh` for every Chinese locale, else English. */
export const languageOf = (locale: string): Language =>
  /^zh\b/i.test(locale.replace('_', '-')) ? 'zh' : 'en';
