import type { View } from '../view.ts';
import { BLUE, GREY, INK, LINE, RED } from './colours.ts';
import { dot } from './strokes.ts';
import { element } from './xml.ts';

type Ring = NonNullable<View['ring']>;
type Page = NonNullable<View['page']>;

/** Along the edge of a key, from the middle of its top clockwise: there it leaves the most room. */
const EDGE =
  'M72 6H114A24 24 0 0 1 138 30V114A24 24 0 0 1 114 138H30A24 24 0 0 1 6 114V30A24 24 0 0 1 30 6H72';
const AROUND = 4 * 84 + 2 * Math.PI * 24;
const WIDTH = 8;

/** What lies within the ring, in px from the edge of the key. */
export const RING_INSET = 6 + WIDTH / 2;

const colourOf = (ring: Ring): string => (ring.for === 'hold' ? RED : BLUE);
const partOf = ({ part }: Ring): number => (part > 0 ? Math.min(part, 1) : 0);

/** Around a key, filling clockwise from the top. */
export function around(ring: Ring): string {
  const shape = { d: EDGE, fill: 'none', 'stroke-width': WIDTH };
  const done = Math.round(partOf(ring) * AROUND * 10) / 10;
  const track = element('path', { ...shape, stroke: LINE });
  // A round cap would draw a dot for nothing at all.
  if (done === 0) return track;
  const arc = {
    stroke: colourOf(ring),
    'stroke-linecap': 'round',
    'stroke-dasharray': `${done} ${Math.ceil(AROUND)}`,
  };
  return track + element('path', { ...shape, ...arc });
}

/** The way that a hold has to go: long dashes of what would fill. */
export const wanted = (colour: string): string =>
  element('path', {
    d: EDGE,
    fill: 'none',
    stroke: colour,
    'stroke-width': WIDTH,
    'stroke-dasharray': '20 14.8',
  });

/** Where a hold would fill the ring: dots, so that it is not taken for one that fills. */
export const ready = (colour: string): string =>
  element('path', {
    d: EDGE,
    fill: 'none',
    stroke: colour,
    'stroke-width': 5,
    'stroke-linecap': 'round',
    'stroke-dasharray': '1 15.2',
  });

/** The same as a bar, from `x` on. */
export function bar(ring: Ring, x: number, y: number, width: number): string {
  const shape = { x, y, height: 6, rx: 3 };
  const done = partOf(ring) * width;
  const track = element('rect', { ...shape, width, fill: LINE });
  if (done === 0) return track;
  return track + element('rect', { ...shape, width: Math.max(done, 6), fill: colourOf(ring) });
}

/** One dot for each page, the current one bright; nothing for a single page. */
export function dots({ at, of }: Page, x: number, y: number, space: number): string {
  if (of < 2) return '';
  const many = Math.min(Math.floor(of), 24);
  const gap = Math.min(10, space / many);
  return Array.from({ length: many }, (_, one) => {
    const isHere = one === Math.min(at, many - 1);
    const place = x + (one - (many - 1) / 2) * gap;
    return dot(place, y, gap * (isHere ? 0.33 : 0.22), isHere ? INK : GREY);
  }).join('');
}
