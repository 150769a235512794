/**
 * What a terminal or an editor obeys in the place of showing it: control characters (C0, C1, DEL), separators of
 * lines, marks that turn the direction of text (UAX #9), invisible letters and tags, half surrogate pairs.
 */
const OBEYED =
  /[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** A text as it may be shown: files, windows and menus can have any name, also one that paints over us. */
export const visible = (text: string): string => text.replace(OBEYED, written);

/** As a programmer writes it: `\x1b`, `\n`, `\u202e`. */
function written(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (letter === '\n') return '\\n';
  if (letter === '\t') return '\\t';
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16)}` : `\\u{${code.toString(16)}}`;
}

/** JSON in which no letter is obeyed by a terminal: the same value, its escapes are JSON's own. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value).replace(OBEYED, (letter) =>
    [...Array(letter.length).keys()]
      .map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
