import { element } from './xml.ts';

/** An open line in a picture: a tick, the lid of a bin. */
export const stroke = (d: string, colour: string, width: number): string =>
  element('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

export const dot = (cx: number, cy: number, r: number, fill: string): string =>
  element('circle', { cx, cy, r, fill });

export const area = (d: string, fill: string): string => element('path', { d, fill });
