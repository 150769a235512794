import { globToRegExp } from '../../core/paths.ts';

/**
 * One name of a glob, taken apart as `globToRegExp` does. Whole characters only: half a surrogate pair
 * is a token of its own.
 */
const tokensOf = (part: string): readonly string[] => part.match(/\[!?[^\]/]+\]|./gsu) ?? [];

/** What XML 1.0 can hold on one line. */
const CHARACTER = /^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u;
/** A set that our globs, Python's globs and regular expressions all read alike. */
const SET = /^\[!?(?:[A-Za-z0-9]-[A-Za-z0-9]|[^\\[\]$^!&~|\p{Cc}-])+\]$/u;
const WILD = /^(?:[*?]|\[.+\])$/su;

const isSayable = (token: string): boolean =>
  (SET.test(token) || CHARACTER.test(token)) && token !== '';

/** Whether Python's glob can name exactly what this part of ours names. */
export const canGlob = (part: string): boolean => tokensOf(part).every(isSayable);

/** A name of a glob for Python's `glob`, in which `$` would be a variable and a lone `[` a set. */
const quoted = (tokens: readonly string[]): string =>
  tokens.map((token) => (token === '[' || token === '$' ? `[${token}]` : token)).join('');

/**
 * The same for names that begin with a dot, which a wildcard at the beginning never means in Python:
 * ours does.
 */
function hidden([first, ...rest]: readonly string[]): readonly string[] {
  if (first === '*') return [`.*${quoted(rest)}`, ...hidden(rest)];
  if (first === undefined) return [];
  if (first === '.') return [quoted([first, ...rest])];
  return WILD.test(first) && globToRegExp(first, 'sensitive').test('.') ? [`.${quoted(rest)}`] : [];
}

/** One name of our glob as Python globs: one, or several where names with a dot need their own. */
export function pythonGlobs(part: string): readonly string[] {
  const tokens = tokensOf(part);
  return WILD.test(tokens[0] ?? '') ? [quoted(tokens), ...hidden(tokens)] : [quoted(tokens)];
}

/** One name of a glob as a regular expression of Python; what cannot be said may be any character. */
export const pythonName = (part: string): string =>
  tokensOf(part)
    .map((token) => {
      if (token === '*') return '[^/]*';
      if (token === '?' || !isSayable(token)) return '[^/]';
      if (WILD.test(token)) return token.replace('[!', '[^/');
      return token.replace(/[.^$*+?{}[\]\\|()]/, '\\$&');
    })
    .join('');

/**
 * A glob, as its names, to the end of a path (`\Z`: `$` would also mean before a line break). Behind a
 * last slash lies every file there is.
 */
export const pythonPath = (parts: readonly string[]): string =>
  parts
    .map((part, at) => {
      const isLast = at === parts.length - 1;
      if (part === '**') return isLast ? '' : '(?:[^/]*/)*';
      return `${pythonName(part)}${isLast ? '\\Z' : '/'}`;
    })
    .join('');
