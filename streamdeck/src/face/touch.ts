import type { ActionId, View } from '../view.ts';
import { INK, PALE } from './colours.ts';
import { fit, line, whole } from './fit.ts';
import { measured } from './measured.ts';
import { picture } from './picture.ts';
import { bar, dots } from './ring.ts';
import { shortName } from './short-name.ts';
import { STATES, wordColour } from './states.ts';
import { element, placed } from './xml.ts';

const LEFT = 80;
const SPACE = 117;
/** The strip is a tenth as high as the whole of it is wide, and lies flat: letters of 20 px at least. */
const NAME = [20, 22] as const;
const WORD = [20, 24] as const;

/** Silhouette left; name, word and figure right of it; the ring as a bar at the foot. */
export function beside(action: ActionId, view: View): string {
  const isInside = STATES[view.sign].mark === 'figure';
  const lines = [
    { text: shortName(view.name, SPACE, ...NAME), fill: PALE },
    { text: fit(view.word, SPACE, ...WORD), fill: wordColour(view.sign) },
    { text: whole(isInside ? '' : measured(view), SPACE, 24), fill: INK },
  ].filter(({ text }) => text.text !== '');
  // The lines as one block in the middle of what the bar leaves.
  const middle = view.ring === undefined ? 51 : 45;
  const first = middle + 8 - (lines.length - 1) * 13;
  return [
    placed(37, middle, 0.72, picture(action, view, 0.72)),
    element(
      'g',
      { 'text-anchor': 'start' },
      lines.map(({ text, fill }, at) => line(text, LEFT, first + at * 26, fill)).join(''),
    ),
    view.ring === undefined ? '' : bar(view.ring, 10, 92, 180),
    view.page === undefined ? '' : dots(view.page, 100, 5, 160),
  ].join('');
}
