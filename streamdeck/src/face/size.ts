import type { View } from '../view.ts';
import { INK, PALE } from './colours.ts';
import { line, whole } from './fit.ts';

/** The size that a hollow bin holds; empty where nothing was measured. */
export const size = ({ figure = '', unit = '' }: View): string =>
  figure === ''
    ? ''
    : line(whole(figure, 58, 28), 0, unit === '' ? 18 : 8, INK) +
      line(whole(unit, 46, 20), 0, 30, PALE);
