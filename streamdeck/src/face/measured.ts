import type { View } from '../view.ts';
import { plain } from './xml.ts';

/** Figure and unit as one text; empty where nothing was measured. */
export const measured = ({ figure = '', unit = '' }: View): string =>
  figure === '' ? '' : plain(`${figure} ${unit}`);
