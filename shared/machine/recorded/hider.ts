import type { Vocabulary } from './vocabulary.ts';

/** What says whose computer it is; all of it as the system writes it. */
export interface Secrets {
  /** With forward slashes. */
  readonly home: string;
  readonly users: readonly string[];
  readonly hosts: readonly string[];
}

/** Replaces what is private, the same by the same, for one recording. */
export interface Hider {
  /** A path, part by part: what nobody else has is replaced. With forward slashes. */
  readonly path: (path: string) => string;
  /** One word as a whole. */
  readonly word: (word: string, kind?: string) => string;
  /** What a system said: paths, quotations, accounts and names in it are replaced. */
  readonly detail: (text: string) => string;
  /** A small number instead of a pid; 0 and 1 are what they are everywhere. */
  readonly pid: (pid: number) => number;
}

/** Accounts of clients, addresses, and long numbers, which may be telephones. */
const ACCOUNT = /wxid_\w+|[^\s@/\\'"]+@[^\s@/\\'"]+|\d{5,}/gi;
/** From where a path begins to where a quotation, or the text, ends; a code behind it stays. */
const PATH =
  /(?:\b[a-z]:)?[\\/].*?(?=['"\u201c\u201d\u2018\u2019\u00bb]|: E[A-Z]{3,}|: x-apple|$)/gims;
const QUOTED =
  /(['"\u201c\u2018\u00ab])([^'"\u201c\u201d\u2018\u2019\u00ab\u00bb]*)(['"\u201d\u2019\u00bb])/g;
const FOREIGN = /[^\p{ASCII}\u2026\u2192\u201c\u201d\u2018\u2019\u00ab\u00bb]+/gu;
/** Users that every computer has. */
const NOBODY = new Set(['root', 'user', 'admin', 'administrator', 'localhost']);
const FIRST_PID = 101;

export function hider(secrets: Secrets, words: Vocabulary): Hider {
  const names = new Map<string, string>();
  const pids = new Map([0, 1].map((pid) => [pid, pid]));
  const { home } = secrets;

  const named = (word: string, kind: string): string => {
    const key = word.toLowerCase();
    const found = names.get(key);
    if (found !== undefined) return found;
    const made = secretName(word) ?? `${kind}-${names.size + 1}`;
    names.set(key, made);
    return made;
  };
  const secretName = (word: string): string | undefined => {
    const isOne = (of: readonly string[]): boolean =>
      of.some((one) => one.toLowerCase() === word.toLowerCase());
    return isOne(secrets.users) ? '{user}' : isOne(secrets.hosts) ? '{host}' : undefined;
  };
  const word = (text: string, kind = 'name'): string => {
    if (text === '') return text;
    const isAccount = kind === 'name' && new RegExp(ACCOUNT.source, 'i').test(text);
    return words(text) ?? named(text, isAccount ? 'account' : kind);
  };
  const path = (text: string): string => {
    const plain = text.replaceAll('\\', '/');
    const isHome =
      home.length > 1 &&
      plain.toLowerCase().startsWith(home.toLowerCase()) &&
      [undefined, '/'].includes(plain[home.length]);
    const rest = isHome ? plain.slice(home.length) : plain;
    return (
      (isHome ? '{home}' : '') +
      rest
        .split('/')
        .map((part) => word(part))
        .join('/')
    );
  };
  const people = [...secrets.users, ...secrets.hosts].filter(
    (one) => one !== '' && !NOBODY.has(one.toLowerCase()),
  );
  const person = new RegExp(
    // What stands in braces was put there by us.
    `(?<!\\{)(?:${people.map((one) => one.replace(/\W/gu, '\\$&')).join('|') || '(?!)'})(?!\\})`,
    'gi',
  );
  return {
    word,
    path,
    detail: (text) =>
      text
        .replace(PATH, (found) => path(found))
        .replace(QUOTED, (_, open: string, said: string, close: string) =>
          /^[{/]/.test(said) ? `${open}${said}${close}` : `${open}${word(said, 'text')}${close}`,
        )
        .replace(person, (found) => secretName(found) ?? '{user}')
        .replace(ACCOUNT, (found) => named(found, 'account'))
        .replace(FOREIGN, (found) => word(found, 'text')),
    pid: (pid) => {
      const made = pids.get(pid) ?? FIRST_PID + pids.size - 2;
      pids.set(pid, made);
      return made;
    },
  };
}
