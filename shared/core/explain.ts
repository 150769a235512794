import type { Refusal, Verdict } from './model.ts';
import { commandLineEn, commandLineZh, type CommandLineWords } from './words/command-line.ts';
import { en } from './words/en.ts';
import type { Text, Words } from './words/words.ts';
import { zh } from './words/zh.ts';

export type Language = 'en' | 'zh';

const WORDS: Readonly<Record<Language, Words>> = { en, zh };

/** All words of one language: the only words a person reads. */
export const words = (lang: Language): Words => WORDS[lang];

/** What the command line says in its help and on its tour. */
export const commandLine = (lang: Language): CommandLineWords =>
  lang === 'zh' ? commandLineZh : commandLineEn;

/** A text with its `%s` filled in, in order; of `one|many` the first where the first value is 1. */
export function text(lang: Language, name: Text, ...values: readonly (string | number)[]): string {
  const [one = '', many = one] = WORDS[lang].text[name].split('|');
  let next = 0;
  return (values[0] === 1 ? one : many).replaceAll('%s', () => String(values[next++] ?? ''));
}

/** What is refused, and the next thing to do: two sentences. */
export const explainRefusal = (refusal: Refusal, lang: Language): { what: string; next: string } =>
  WORDS[lang].refusal[refusal.code];

/** The next thing to do after a verdict; empty after `gone`. */
export const nextAfter = (verdict: Verdict, lang: Language): string => WORDS[lang].next[verdict];

/** A code in words, keeping the detail as the machine said it; a code without words stands for itself. */
export function explainWhy(
  { code, detail = '' }: { readonly code: string; readonly detail?: string },
  lang: Language,
): string {
  const [said, alone = said] = WORDS[lang].why[code]?.split('|') ?? [];
  if (said === undefined || alone === undefined) return [code, detail].filter(Boolean).join(': ');
  if (detail === '') return alone;
  return said.includes('%s') ? said.replace('%s', () => detail) : `${said} (${detail})`;
}

/** `zh` for every Chinese locale, else English. */
export const languageOf = (locale: string): Language =>
  /^zh\b/i.test(locale.replace('_', '-')) ? 'zh' : 'en';

/** Bytes as people read them: three figures at most, powers of 1,000 as disks are sold. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = count;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000;
    unit++;
  }
  const figures = unit === 0 || value >= 99.5 ? 0 : value >= 9.95 ? 1 : 2;
  return `${value.toFixed(figures)} ${units[unit] ?? ''}`;
}
