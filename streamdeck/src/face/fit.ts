import { element, escaped, plain } from './xml.ts';

const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Widths of Arial Bold, which the other fonts of the stack resemble; anything else is .6 em. */
const CLASSES: readonly (readonly [letters: RegExp, em: number])[] = [
  [WIDE, 1],
  [/^[ .,:;|!'iIjl·]/, 0.29],
  [/^[()[\]rtf\-/"]/, 0.36],
  [/^[aceksvxyzJL\d?…]/, 0.56],
  [/^[mMwW@%]/, 0.87],
  [/^[A-Z&]/, 0.71],
];

/** About how wide a text is, in em. */
export const widthOf = (text: string): number =>
  letters(text).reduce((sum, one) => sum + widthOfLetter(one), 0);

const widthOfLetter = (letter: string): number =>
  CLASSES.find(([those]) => those.test(letter))?.[1] ?? 0.6;

/** Letters with their accents, which are never cut off. */
const letters = (text: string): readonly string[] => text.match(/\P{M}\p{M}*|^\p{M}+/gu) ?? [];

export interface Fitted {
  readonly text: string;
  readonly size: number;
}

/** The largest size from `most` down to `least` at which a text fits; then it ends in an ellipsis. */
export function fit(text: string, space: number, least: number, most: number): Fitted {
  const clean = plain(text);
  const width = widthOf(clean);
  if (width * least > space) return { text: cut(clean, space / least), size: least };
  // A little air, because fonts differ.
  const roomy = Math.floor(((space * 0.95) / width) * 2) / 2;
  return { text: clean, size: Math.min(most, Math.max(least, roomy)) };
}

/** What of a text `em` have room for, with an ellipsis: behind a word, or within the first one if that is too long. */
function cut(text: string, em: number): string {
  const kept: string[] = [];
  let left = em - widthOf('…');
  for (const one of letters(text)) {
    left -= widthOfLetter(one);
    if (left < 0) break;
    kept.push(one);
  }
  const part = kept.join('');
  const words = text.startsWith(`${part} `)
    ? part
    : part.slice(0, Math.max(part.lastIndexOf(' '), 0));
  return `${(words.trimEnd() || part).trimEnd()}…`;
}

/** A measured figure as large as there is room for; it is never cut, for a part of it would be a lie. */
export function whole(figure: string, space: number, most: number): Fitted {
  const text = plain(figure);
  return { text, size: Math.min(most, Math.floor((space / widthOf(text)) * 2) / 2) };
}

/** Whether all of a text can be said at the least size. */
export const fits = (text: string, space: number, least: number): boolean =>
  widthOf(plain(text)) * least <= space;

/** A line of text on its baseline; centred, unless the document or `start` says otherwise. */
export const line = ({ text, size }: Fitted, x: number, y: number, fill: string): string =>
  text === '' ? '' : element('text', { x, y, 'font-size': size, fill }, escaped(text));
