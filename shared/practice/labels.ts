/** What the client calls itself and its menu entries. */
export type Language = 'en' | 'zh';

/** From `LANG` or a language tag: `zh_CN.UTF-8`, `zh`, `en-GB`. */
export const languageOf = (lang: string): Language => (/^zh/i.test(lang) ? 'zh' : 'en');

export const appName = (language: Language): string =>
  language === 'zh' ? '练习客户端' : 'Practice';

export const openLabel = (language: Language): string =>
  language === 'zh' ? '打开练习客户端' : 'Open Practice';

export const quitLabel = (language: Language): string =>
  language === 'zh' ? '退出练习客户端' : 'Quit Practice';

/** What the temper `asks` shows instead of leaving. */
export const question = (language: Language): string =>
  language === 'zh' ? '真的要退出吗？' : 'Really quit?';
