import type { View } from '../view.ts';
import { GREY, wordColour } from './colours.ts';
import { fit, fits, line } from './fit.ts';
import { measured } from './measured.ts';
import { dots } from './ring.ts';
import { sign } from './signs.ts';
import { placed, plain } from './xml.ts';

const SPACE = 132;
const NAME = [18, 20] as const;
const WORD = [17, 22] as const;

/** Signs that hold their figure; beside the others it stands after the word. */
const HOLDS: ReadonlySet<View['sign']> = new Set([
  'residue',
  'working',
  'purge',
  'freed',
  'detail',
]);

/** Name on top, sign, word at the foot. */
export function open(view: View): string {
  const hasName = plain(view.name) !== '';
  const isInside = HOLDS.has(view.sign);
  const foot = isInside ? '' : measured(view);
  const both = plain(`${view.word} ${foot}`);
  const word = fits(both, SPACE, WORD[0]) ? both : view.word;
  const hasWord = plain(word) !== '';
  const base = view.page === undefined ? 132 : 126;
  const top = hasName ? 29 : 6;
  const bottom = hasWord ? base - 18 : view.page === undefined ? 138 : 128;
  const scale = Math.min((bottom - top - 8) / 84, 1.08);
  return [
    placed(72, (top + bottom) / 2, scale, sign(view, scale, isInside)),
    line(fit(view.name, SPACE, ...NAME), 72, 23, GREY),
    line(fit(word, SPACE, ...WORD), 72, base, wordColour(view.sign)),
    view.page === undefined ? '' : dots(view.page, 72, 138, 120),
  ].join('');
}
