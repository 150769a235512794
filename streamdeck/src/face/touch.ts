import type { ActionId, View } from '../view.ts';
import { INK, PALE } from './colours.ts';
import { fit, type Fitted, fits, line, whole } from './fit.ts';
import { measured } from './measured.ts';
import { picture } from './picture.ts';
import { bar, dots } from './ring.ts';
import { shortName } from './short-name.ts';
import { STATES, wordColour } from './states.ts';
import { element, placed, plain } from './xml.ts';

const LEFT = 80;
const SPACE = 117;
/** The strip lies flat below the keys, farther from the eye: letters are larger than on a key. */
const NAME = [20, 22] as const;
const WORD = [20, 24] as const;
/** A single word that is too long for that may still be read at this size, rather than be cut. */
const LEAST = 17;

/** Silhouette left; name, word and figure right of it; the ring as a bar at the foot. */
export function beside(action: ActionId, view: View): string {
  const isInside = STATES[view.sign].mark === 'figure';
  const fill = wordColour(view.sign);
  const lines = [
    { text: shortName(view.name, SPACE, ...NAME), fill: PALE },
    ...inLines(view.word).map((text) => ({ text, fill })),
    { text: whole(isInside ? '' : measured(view), SPACE, 24), fill: INK },
  ].filter(({ text }) => text.text !== '');
  // The lines as one block in the middle of what the bar leaves.
  const middle = view.ring === undefined ? 51 : 44;
  const step = lines.length > 3 ? 22 : 26;
  const first = middle + 8 - ((lines.length - 1) * step) / 2;
  return [
    placed(39, middle, 0.68, picture(action, view, 0.68)),
    element(
      'g',
      { 'text-anchor': 'start' },
      lines.map(({ text, fill: of }, at) => line(text, LEFT, first + at * step, of)).join(''),
    ),
    view.ring === undefined ? '' : bar(view.ring, 10, 92, 180),
    view.page === undefined ? '' : dots(view.page, 100, 5, 160),
  ].join('');
}

/** One line, or two where one is too long for the size that can be read well. */
function inLines(word: string): readonly Fitted[] {
  const text = plain(word);
  const [first = '', ...others] = text.split(' ');
  // With the air that `fit` leaves.
  if (fits(text, SPACE * 0.95, WORD[0]) || others.length === 0)
    return [fit(text, SPACE, LEAST, WORD[1])];
  const lines = [fit(first, SPACE, LEAST, WORD[0]), fit(others.join(' '), SPACE, LEAST, WORD[0])];
  const size = Math.min(...lines.map((one) => one.size));
  return lines.map((one) => ({ ...one, size }));
}
