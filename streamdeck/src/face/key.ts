import type { ActionId, View } from '../view.ts';
import { PALE } from './colours.ts';
import { detail } from './detail.ts';
import { fit, fits, line } from './fit.ts';
import { measured } from './measured.ts';
import { holdsFigure, picture } from './picture.ts';
import { around, dots, ready, wanted } from './ring.ts';
import { shortName } from './short-name.ts';
import { STATES, wordColour } from './states.ts';
import { placed, plain } from './xml.ts';

/** What of a key its lines may take, and their baselines: in a ring all of it is a little smaller. */
const OPEN = { space: 132, name: 22, foot: 132, page: 139 } as const;
const RINGED = { space: 106, name: 31, foot: 125, page: 128 } as const;
/** How much higher the foot stands above the dots of its pages. */
const ABOVE_DOTS = 7;

const NAME = [18, 20] as const;
const WORD = [17, 22] as const;

/** Name on top, the silhouette in its state, the word at the foot; in a ring where there is one. */
export function key(action: ActionId, view: View): string {
  const isRinged = view.ring !== undefined || view.canHold === true;
  const box = isRinged ? RINGED : OPEN;
  const foot = box.foot - (view.page === undefined ? 0 : ABOVE_DOTS);
  const word = wordOf(view, box.space, action);
  const top = plain(view.name) === '' ? box.name - 16 : box.name + 7;
  const bottom = plain(word) === '' ? foot : foot - 20;
  return [
    ring(view),
    view.sign === 'detail'
      ? detail(action, view, top, bottom)
      : pictured(action, view, top, bottom),
    line(shortName(view.name, box.space, ...NAME), 72, box.name, PALE),
    line(fit(word, box.space, ...WORD), 72, foot, wordColour(view.sign)),
    view.page === undefined ? '' : dots(view.page, 72, box.page, box.space - 20),
  ].join('');
}

/** What runs along the edge: how far it is, what a hold would fill, or all that it has to fill. */
function ring(view: View): string {
  const { colour } = STATES[view.sign];
  if (view.ring !== undefined) return around(view.ring);
  if (!view.canHold) return '';
  return view.sign === 'hold-longer' ? wanted(colour) : ready(colour);
}

/** The picture as large as there is room for, a little to the left of its mark. */
function pictured(action: ActionId, view: View, top: number, bottom: number): string {
  const scale = Math.min((bottom - top) / 92, 1.1);
  const x = STATES[view.sign].mark === undefined ? 72 : 70;
  return placed(x, (top + bottom) / 2 - scale, scale, picture(action, view, scale));
}

/** With its figure behind it, where neither the picture holds it nor both are too long. */
function wordOf(view: View, space: number, action: ActionId): string {
  const isInside =
    view.sign === 'detail' || STATES[view.sign].mark === 'figure' || holdsFigure(action, view);
  const both = plain(`${view.word} ${measured(view)}`);
  return !isInside && fits(both, space, WORD[0]) ? both : view.word;
}
