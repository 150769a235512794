import type { Language } from '../core/language.ts';
import { en, type Words } from './en.ts';
import { zh } from './zh.ts';

const WORDS: Readonly<Record<Language, Words>> = { en, zh };

/** All sentences of one language. Who speaks one language alone imports that one. */
export const words = (lang: Language): Words => WORDS[lang];
