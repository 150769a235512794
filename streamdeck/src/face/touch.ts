import type { View } from '../view.ts';
import { GREY, INK, wordColour } from './colours.ts';
import { fit, line, whole } from './fit.ts';
import { measured } from './measured.ts';
import { bar, dots } from './ring.ts';
import { sign } from './signs.ts';
import { element, placed } from './xml.ts';

const LEFT = 84;
const SPACE = 108;

/** Sign left; name, word and figure right of it; the ring as a bar at the foot. */
export function beside(view: View): string {
  const isInside = view.sign === 'residue' || view.sign === 'detail';
  const lines = [
    { text: fit(view.name, SPACE, 18, 20), fill: GREY },
    { text: fit(view.word, SPACE, 17, 22), fill: wordColour(view.sign) },
    { text: whole(isInside ? '' : measured(view), SPACE, 20), fill: INK },
  ].filter(({ text }) => text.text !== '');
  // The lines as one block in the middle of what the bar leaves.
  const middle = view.ring === undefined ? 52 : 48;
  const first = middle + 7 - (lines.length - 1) * 12;
  return [
    placed(41, middle, 0.7, sign(view, 0.7, isInside)),
    element(
      'g',
      { 'text-anchor': 'start' },
      lines.map(({ text, fill }, at) => line(text, LEFT, first + at * 24, fill)).join(''),
    ),
    view.ring === undefined ? '' : bar(view.ring, 10, 90, 180),
    view.page === undefined ? '' : dots(view.page, 100, 6, 160),
  ].join('');
}
