import { EVERY } from '../../clients/every.ts';
import type { Client } from '../../core/client.ts';
import { clientsCalled, foldedName, helperNames, namesOf } from '../../core/client-names.ts';
import {
  CACHE,
  DEEDS,
  FILLERS,
  JOINERS,
  NEGATIONS,
  NO_SIGN,
  POLITE,
  PROCESSES,
  QUESTIONS,
  RECORDS,
  SIGN_OUT,
  STATES,
  WINDOWS,
  type Deed,
} from './deeds.ts';

/** What a sentence says, as far as each of its words is known. */
export interface Reading {
  /** Every word and sign, in the order of the sentence. */
  readonly parts: readonly Meaning[];
  /** Each once, in the order of the sentence. */
  readonly deeds: readonly Deed[];
  /** Ids; a name that several clients have stands as it was typed. */
  readonly clients: readonly string[];
  /** Clients of the user that are called like a word of a sentence. */
  readonly doubtful: readonly string[];
  /** It speaks of every client. */
  readonly isAll: boolean;
  /** Words that nobody knows, as they were typed. */
  readonly unknown: readonly string[];
  /** Whether something of this kind stands in it. */
  readonly has: (what: Meaning['is']) => boolean;
}

export type Meaning =
  | { readonly is: 'deed'; readonly deed: Deed }
  | { readonly is: 'client' | 'doubtful'; readonly client: string }
  | { readonly is: 'unknown'; readonly word: string }
  | { readonly is: Plain };

type Plain =
  | 'filler'
  | 'polite'
  | 'joiner'
  | 'state'
  | 'no'
  | 'processes'
  | 'windows'
  | 'cache'
  | 'records'
  | 'sign-out'
  | 'question'
  | 'all'
  | 'sign';

/** One sign of Chinese, or one word of what has blanks between words; behind it anything that is no blank. */
const UNITS =
  /\p{Script=Han}|(?!\p{Script=Han})[\p{L}\p{N}](?:(?!\p{Script=Han})(?:[\p{L}\p{N}\p{M}+]|[.&'_-]+(?=[\p{L}\p{N}+])))*|\S/gu;

const WORD = /^[\p{L}\p{N}]/u;

/** What may end a request; NFKC has made the wide ones narrow. */
const END = /[\s.!\u3002]+$/;

/** Longer than any name: so many units are tried as one. */
const LONGEST = 12;

const PLAIN: Readonly<Partial<Record<Plain, readonly string[]>>> = {
  ...{ filler: FILLERS, polite: POLITE, joiner: JOINERS, state: STATES, no: NEGATIONS },
  ...{ processes: PROCESSES, windows: WINDOWS, cache: CACHE, records: RECORDS },
  ...{ 'sign-out': SIGN_OUT, question: QUESTIONS, all: EVERY },
};

const FIXED: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...Object.entries(PLAIN).flatMap(([is, words]) => pairs(words, { is: is as Plain })),
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

const HAN_NO = new RegExp(NEGATIONS.filter((word) => /\p{Script=Han}/u.test(word)).join('|'), 'u');

/** Whether the words behind a command are a sentence rather than names alone. */
export const isOfSentence = (words: readonly string[]): boolean =>
  words.some((word) => {
    const text = plainly(word);
    return (
      fixed(text) !== undefined ||
      [/\S\s+\S/, /[?!.\u3002]$/, HAN_NO, NO_SIGN].some((one) => one.test(text))
    );
  });

const plainly = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'");

function fixed(text: string): Meaning | undefined {
  const folded = foldedName(text);
  return FIXED.get(folded) ?? (/^[a-z]+n't$/.test(folded) ? { is: 'no' } : undefined);
}

/**
 * Reads what somebody typed, in English, Chinese or both, the longest known words first. A client that is called
 * like a word of a sentence is doubtful, and that word has its meaning as well.
 */
export function readingOf(typed: string, clients: readonly Client[]): Reading {
  const named = new Set(
    clients.flatMap((one) => [...namesOf(one), ...helperNames(one)]).map(foldedName),
  );
  const meanings = (text: string): readonly Meaning[] | undefined => {
    const known = fixed(text);
    if (!named.has(foldedName(text))) return known && [known];
    const [found, ...others] = clientsCalled(clients, text);
    const client = found && others.length === 0 ? found.id : text;
    return known ? [known, { is: 'doubtful', client }] : [{ is: 'client', client }];
  };
  const text = plainly(typed).replace(END, '');
  const units = text.match(UNITS) ?? [];
  const parts: Meaning[] = NO_SIGN.test(text) ? [{ is: 'no' }] : [];
  for (let at = 0; at < units.length;) {
    const unit = units[at] ?? '';
    const known = WORD.test(unit) ? longestAt(units, at, meanings) : undefined;
    parts.push(...(known?.meanings ?? [strange(unit)]));
    at += known?.length ?? 1;
  }
  const has = (what: Meaning['is']): boolean => parts.some(({ is }) => is === what);
  const deeds = parts.flatMap((one) => (one.is === 'deed' ? [one.deed] : []));
  const called = (is: 'client' | 'doubtful'): readonly string[] => [
    ...new Set(parts.flatMap((one) => (one.is === is && 'client' in one ? [one.client] : []))),
  ];
  const names = called('client');
  // "wechat cache" alone says nothing of what is wanted.
  const oddCache = has('cache') && deeds.some((deed) => deed !== 'purge') ? ['cache'] : [];
  return {
    ...{ parts, has, clients: names, doubtful: called('doubtful'), deeds: [...new Set(deeds)] },
    isAll: has('all') && !((has('processes') || has('windows')) && names.length > 0),
    unknown: [...parts.flatMap((one) => (one.is === 'unknown' ? [one.word] : [])), ...oddCache],
  };
}

const strange = (unit: string): Meaning =>
  WORD.test(unit) ? { is: 'unknown', word: unit } : { is: unit === '?' ? 'question' : 'sign' };

function longestAt(
  units: readonly string[],
  at: number,
  meaningsOf: (text: string) => readonly Meaning[] | undefined,
): { readonly length: number; readonly meanings: readonly Meaning[] } | undefined {
  const sign = units.slice(at, at + LONGEST).findIndex((unit) => !WORD.test(unit));
  const most = sign < 0 ? LONGEST : sign;
  for (let length = Math.min(most, units.length - at); length > 0; length--) {
    const meanings = meaningsOf(joined(units.slice(at, at + length)));
    if (meanings) return { length, meanings };
  }
  return undefined;
}

/** With blanks between words, and none between signs of Chinese. */
const joined = (units: readonly string[]): string =>
  units
    .reduce((text, unit) => (/\p{Script=Han}/u.test(unit) ? text + unit : `${text} ${unit}`), '')
    .trim();
