import type { View } from '../view.ts';
import { GREY, wordColour } from './colours.ts';
import { fit, fits, line, whole } from './fit.ts';
import { measured } from './measured.ts';
import { circle, dots } from './ring.ts';
import { sign } from './signs.ts';
import { placed, plain } from './xml.ts';

/** The inner edge of the ring, less a little air. */
const RADIUS = 60;

/** Where the sign stands and how large, and the baselines of the lines below it. */
const STACKS: readonly (readonly [y: number, scale: number, ...lines: readonly number[]])[] = [
  [72, 0.9],
  [54, 0.62, 101],
  [41, 0.46, 80, 101],
  [35, 0.38, 69, 89, 109],
];

/** All of it in a ring, where the middle is the widest: there the name stands. */
export function ringed(view: View, ring: NonNullable<View['ring']>): string {
  const isInside = view.sign === 'residue' || view.sign === 'detail';
  const figure = isInside ? '' : measured(view);
  const lines = stacked(view.name, view.word, figure);
  const [y = 72, scale = 0.9, ...baselines] = STACKS[lines.length] ?? [];
  const most = lines.length === 3 ? 18 : 20;
  return [
    circle(ring),
    placed(72, y, scale, sign(view, scale, isInside)),
    ...lines.map((text, at) => {
      const base = baselines[at] ?? 101;
      const isName = text === view.name && at === 0;
      const fill = isName ? GREY : wordColour(view.sign);
      const space = chord(base);
      const fitted =
        text === figure ? whole(text, space, most) : fit(text, space, isName ? 18 : 17, most);
      return line(fitted, 72, base, fill);
    }),
    view.page === undefined ? '' : dots(view.page, 72, 123, 40),
  ].join('');
}

/** Beside a name the figure joins the word, where both fit also once it has two digits. */
function stacked(name: string, word: string, figure: string): readonly string[] {
  const both = `${word} ${figure}`;
  const isJoined =
    plain(name) !== '' && fits(/^\d /.test(figure) ? `${both}0` : both, chord(101), 17);
  return [name, ...(isJoined ? [both] : [word, figure])].filter((text) => plain(text) !== '');
}

/** How wide a line may be whose letters stand between a baseline and 14 above it. */
const chord = (base: number): number =>
  2 * Math.sqrt(RADIUS ** 2 - Math.max(base - 72, 72 + 14 - base) ** 2);
