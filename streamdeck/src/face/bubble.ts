import { element } from './xml.ts';

/** Begins at the tip of the tail, so that a dash can lie evenly around it. */
const BUBBLE = 'M-31 37l17-8c4 1 9 2 14 2 24 0 43-15 43-34S24-37 0-37-43-22-43-3c0 11 6 20 16 26z';
const LENGTH = 261.9;
const DASHES = 12;

/** How a bubble says whether someone is still here. */
export type Kind = 'solid' | 'hollow' | 'dashed';

/** The sign of somebody who talks: 86 wide, 74 high, around the origin. */
export function bubble(kind: Kind, colour: string, width: number): string {
  const dash = (LENGTH / DASHES) * 0.6 - width;
  return element('path', {
    d: BUBBLE,
    fill: kind === 'solid' ? colour : 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linejoin': 'round',
    ...(kind === 'dashed' && {
      'stroke-linecap': 'round',
      'stroke-dasharray': dashes(Math.max(dash, 1)),
      'stroke-dashoffset': Math.max(dash, 1) / 2,
    }),
  });
}

const dashes = (dash: number): string => {
  const on = Math.round(dash * 10) / 10;
  return `${on} ${Math.round((LENGTH / DASHES - on) * 100) / 100}`;
};

/** An open line in a sign: a tick, a bolt's bar, an eye. */
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
