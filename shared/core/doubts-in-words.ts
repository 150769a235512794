import { text, type Language } from './explain.ts';
import type { DoubtLine, Remaining } from './receipt.ts';
import { lastPart } from './paths.ts';
import { namesNobody } from './recognition/names-nobody.ts';

/** The client that a doubt is about, as people call it. */
export interface AskedAbout {
  readonly id: string;
  readonly name: string;
}

/** A path as a shell takes it. */
export const quoted = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

/** What a person can do about each program that may be the client: confirm its place, or deny it. */
export const doubtsInWords = (
  { doubts = [] }: Pick<Remaining, 'doubts'>,
  client: AskedAbout,
  lang: Language,
): readonly string[] =>
  doubts.filter(({ level }) => level === 'likely').map((one) => doubtInWords(one, client, lang));

export function doubtInWords(
  { pid, exe }: Pick<DoubtLine, 'pid' | 'exe'>,
  { id, name }: AskedAbout,
  lang: Language,
): string {
  if (exe === null) return text(lang, 'doubtHidden', pid, name);
  // Its place is that of many programs, so nobody can settle it.
  if (namesNobody(exe)) return text(lang, 'doubtRuns', exe, pid, name);
  return text(lang, 'doubtNext', lastPart(exe), exe, pid, name, id, quoted(exe), quoted(exe));
}

/** A namesake is a note, and changes no answer. */
export const namesakesInWords = ({ doubts = [] }: Remaining, lang: Language): readonly string[] =>
  doubts.filter(({ level }) => level === 'namesake').map((one) => namesakeInWords(one, lang));

export const namesakeInWords = ({ pid, exe }: DoubtLine, lang: Language): string =>
  text(lang, 'namesake', exe === null ? '' : lastPart(exe), pid, exe ?? '');

/** The question about each place that a person can settle, each place once. */
export const doubtsAsked = (
  doubts: readonly DoubtLine[],
  name: string,
  lang: Language,
): readonly { readonly place: string; readonly question: string }[] => {
  const open = doubts.filter(({ level }) => level === 'likely');
  const byPlace = new Map(open.map((one) => [one.exe, one] as const));
  return [...byPlace].flatMap(([place, { pid }]) =>
    place === null || namesNobody(place)
      ? []
      : [{ place, question: text(lang, 'doubtAsk', lastPart(place), place, pid, name) }],
  );
};
