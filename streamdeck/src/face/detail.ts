import type { ActionId, View } from '../view.ts';
import { GREY, INK, PALE } from './colours.ts';
import { line, whole } from './fit.ts';
import { picture } from './picture.ts';
import { stroke } from './strokes.ts';
import { placed } from './xml.ts';

/** A small silhouette left of a measured figure, which is its own sign; a dash where nothing was measured. */
export function detail(action: ActionId, view: View, top: number, bottom: number): string {
  const middle = (top + bottom) / 2;
  const { figure = '', unit = '' } = view;
  const rise = unit === '' ? 13 : 4;
  return [
    placed(30, middle, 0.46, picture(action, view, 0.46)),
    figure === ''
      ? stroke(`M86 ${middle}H114`, GREY, 10)
      : line(whole(figure, 74, 40), 101, middle + rise, INK) +
        line(whole(unit, 74, 22), 101, middle + 27, PALE),
  ].join('');
}
