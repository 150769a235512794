import type { Words } from './en.ts';
import type { DoubtLine, Remaining } from '../core/receipt.ts';
import { lastPart } from '../core/paths.ts';
import { namesNobody } from '../core/recognition/names-nobody.ts';

/** The client that a doubt is about, as people call it. */
export interface AskedAbout {
  readonly id: string;
  readonly name: string;
}

/** A path as a shell takes it. */
export const quoted = (path: string): string =>
  /^~?[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

/** What a person can do about each program that may be the client: confirm its place, or deny it. */
export const doubtsInWords = (
  { doubts = [] }: Pick<Remaining, 'doubts'>,
  client: AskedAbout,
  say: Words,
): readonly string[] =>
  doubts.filter(({ level }) => level === 'likely').map((one) => doubtInWords(one, client, say));

export function doubtInWords(
  { pid, exe }: Pick<DoubtLine, 'pid' | 'exe'>,
  { id, name }: AskedAbout,
  say: Words,
): string {
  if (exe === null) return say.doubts.hidden(pid, name);
  // Its place is that of many programs, so nobody can settle it.
  if (namesNobody(exe)) return say.doubts.runs(exe, pid, name);
  return say.doubts.likely(lastPart(exe), exe, pid, name, id, quoted(exe));
}

/** A namesake is a note, and changes no answer. */
export const namesakesInWords = ({ doubts = [] }: Remaining, say: Words): readonly string[] =>
  doubts.filter(({ level }) => level === 'namesake').map((one) => namesakeInWords(one, say));

export const namesakeInWords = ({ pid, exe }: DoubtLine, say: Words): string =>
  say.doubts.namesake(exe === null ? '' : lastPart(exe), pid, exe ?? '');

/** The question about each place that a person can settle, each place once. */
export const doubtsAsked = (
  doubts: readonly DoubtLine[],
  name: string,
  say: Words,
): readonly { readonly place: string; readonly question: string }[] => {
  const open = doubts.filter(({ level }) => level === 'likely');
  const byPlace = new Map(open.map((one) => [one.exe, one] as const));
  return [...byPlace].flatMap(([place, { pid }]) =>
    place === null || namesNobody(place)
      ? []
      : [{ place, question: say.doubts.ask(lastPart(place), place, pid, name) }],
  );
};
