/** What a language file holds: words, and groups of words. */
export interface Table {
  readonly [name: string]: string | Table;
}

/** Every word with the path that leads to it. */
export function wordsOf(table: Table, before: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([name, value]) => {
      const path = [...before, name];
      return typeof value === 'string'
        ? [[path.join(' / '), value] as const]
        : [...wordsOf(value, path)];
    }),
  );
}

const LOCAL = 'Localization / ';

/** Whether a word is drawn on a key, and so has to be short. */
const isOnFace = (path: string): boolean =>
  path.startsWith(LOCAL) && !path.startsWith(`${LOCAL}inspector.`);

/** Width on a face of 144 pixels at the smallest size, 17 px bold; estimated. */
export function widthOf(word: string): number {
  const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;
  return [...word].reduce((sum, letter) => sum + 17 * (wide.test(letter) ? 1 : 0.56), 0);
}

const ROOM = 132;
// DESIGN's words only; the name of the product and of its command are not a promise.
const NEVER = /\b(?:kill\w*|clean\w*|optimi[sz]\w*|apps?|targets?|junk|secure erase)\b/i;
const NAMES = /Clean Exit|clean-exit/g;

const places = (word: string): number => word.split('%s').length - 1;

/** What is wrong with a language, held against the English one. */
export function faultsOf(table: Table, english: Table): readonly string[] {
  const words = wordsOf(table);
  const model = wordsOf(english);
  return [
    ...[...model.keys()].filter((path) => !words.has(path)).map((path) => `${path}: missing`),
    ...[...words].flatMap(([path, word]) => {
      const other = model.get(path);
      if (other === undefined) return [`${path}: not in English`];
      if (word.trim() === '') return [`${path}: empty`];
      const faults: string[] = [];
      if (places(word) !== places(other)) faults.push(`${path}: other %s`);
      if (isOnFace(path) && widthOf(word.replace('%s', '12')) > ROOM) faults.push(`${path}: wide`);
      return faults;
    }),
  ];
}

/** The words of a table that our vocabulary forbids. */
export const forbidden = (table: Table): readonly string[] =>
  [...wordsOf(table)]
    .filter(([, word]) => NEVER.test(word.replaceAll(NAMES, '')))
    .map(([path]) => path);

/** The words of actions that a table does not have. */
export const lacking = (table: Table, actions: readonly string[]): readonly string[] =>
  actions.flatMap((uuid) =>
    ['Name', 'Tooltip']
      .map((name) => `${uuid} / ${name}`)
      .filter((path) => !wordsOf(table).has(path)),
  );
