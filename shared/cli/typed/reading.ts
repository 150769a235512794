import { EVERY } from '../../clients/every.ts';
import type { Client } from '../../core/client.ts';
import { clientsCalled, foldedName, helperNames, namesOf } from '../../core/client-names.ts';
import {
  CACHE,
  DEEDS,
  FILLERS,
  PROCESSES,
  QUESTIONS,
  RECORDS,
  SIGN_OUT,
  type Deed,
} from './deeds.ts';

/** What a sentence says, as far as each of its words is known. */
export interface Reading {
  /** Each once, in the order of the sentence. */
  readonly deeds: readonly Deed[];
  /** Ids; a name that several clients have stands as it was typed. */
  readonly clients: readonly string[];
  /** It speaks of every client. */
  readonly isAll: boolean;
  /** It is a question. */
  readonly asks: boolean;
  /** It speaks of what is never removed. */
  readonly isAboutRecords: boolean;
  readonly signsOut: boolean;
  /** Words that nobody knows, as they were typed. */
  readonly unknown: readonly string[];
}

type Meaning =
  | { readonly is: 'deed'; readonly deed: Deed }
  | { readonly is: 'client'; readonly client: string }
  | { readonly is: 'all' | 'filler' | 'processes' | 'cache' | 'records' | 'sign-out' | 'question' };

/** One sign of Chinese, or one word of what has blanks between words. */
const UNITS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}.+&'_-])+/gu;

/** Longer than any name: so many units are tried as one. */
const LONGEST = 12;

const FIXED: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...pairs(FILLERS, { is: 'filler' }),
  ...pairs(PROCESSES, { is: 'processes' }),
  ...pairs(CACHE, { is: 'cache' }),
  ...pairs(RECORDS, { is: 'records' }),
  ...pairs(SIGN_OUT, { is: 'sign-out' }),
  ...pairs(QUESTIONS, { is: 'question' }),
  ...pairs(EVERY, { is: 'all' }),
  ...Object.entries(DEEDS).flatMap(([deed, words]) =>
    pairs(words, { is: 'deed', deed: deed as Deed }),
  ),
]);

function pairs(
  words: readonly string[],
  meaning: Meaning,
): readonly (readonly [string, Meaning])[] {
  return words.map((word) => [word, meaning]);
}

/** Whether the words behind a command are a sentence rather than names alone. */
export const isOfSentence = (words: readonly string[]): boolean =>
  words.some((word) => FIXED.has(foldedName(word)) || /\S\s+\S/.test(word));

/**
 * Reads what somebody typed, in English, Chinese or both, the longest known words first. A client that is called
 * like another word is the client, except where a command stands (`first`).
 */
export function readingOf(typed: string, clients: readonly Client[], first?: Deed): Reading {
  const named = new Set(
    clients.flatMap((one) => [...namesOf(one), ...helperNames(one)]).map(foldedName),
  );
  const meaning = (text: string, isCommand: boolean): Meaning | undefined => {
    const fixed = FIXED.get(foldedName(text));
    if (isCommand && fixed?.is === 'deed') return fixed;
    if (!named.has(foldedName(text))) return fixed;
    const [found, ...others] = clientsCalled(clients, text);
    return { is: 'client', client: found && others.length === 0 ? found.id : text };
  };
  const units = typed.normalize('NFKC').match(UNITS) ?? [];
  const found: Meaning[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < units.length;) {
    const isCommand = at === 0 && first !== undefined;
    const known = longestAt(units, at, (text) => meaning(text, isCommand));
    if (known) found.push(known.meaning);
    else unknown.push(units[at] ?? '');
    at += known?.length ?? 1;
  }
  const is = (what: Meaning['is']): boolean => found.some((one) => one.is === what);
  const deeds = found.flatMap((one) => (one.is === 'deed' ? [one.deed] : []));
  const names = found.flatMap((one) => (one.is === 'client' ? [one.client] : []));
  // "wechat cache" alone says nothing of what is wanted.
  const strange = is('cache') && deeds.some((deed) => deed !== 'purge') ? ['cache'] : [];
  return {
    deeds: [...new Set(deeds)],
    clients: [...new Set(names)],
    isAll: is('all') && !(is('processes') && names.length > 0),
    asks: is('question'),
    isAboutRecords: is('records'),
    signsOut: is('sign-out'),
    unknown: [...unknown, ...strange],
  };
}

function longestAt(
  units: readonly string[],
  at: number,
  meaningOf: (text: string) => Meaning | undefined,
): { readonly length: number; readonly meaning: Meaning } | undefined {
  for (let length = Math.min(LONGEST, units.length - at); length > 0; length--) {
    const meaning = meaningOf(joined(units.slice(at, at + length)));
    if (meaning) return { length, meaning };
  }
  return undefined;
}

/** With blanks between words, and none between signs of Chinese. */
const joined = (units: readonly string[]): string =>
  units
    .reduce((text, unit) => (/\p{Script=Han}/u.test(unit) ? text + unit : `${text} ${unit}`), '')
    .trim();
