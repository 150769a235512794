import type { View } from '../view.ts';
import { dot } from './bubble.ts';
import { BLUE, GREY, INK, LINE, RED } from './colours.ts';
import { element } from './xml.ts';

type Ring = NonNullable<View['ring']>;
type Page = NonNullable<View['page']>;

const AROUND = 2 * Math.PI * 66;

const colourOf = (ring: Ring): string => (ring.for === 'hold' ? RED : BLUE);
const partOf = ({ part }: Ring): number => (part > 0 ? Math.min(part, 1) : 0);

/** Around a key, filling clockwise from the top. */
export function circle(ring: Ring): string {
  const shape = { cx: 72, cy: 72, r: 66, fill: 'none', 'stroke-width': 8 };
  const done = Math.round(partOf(ring) * AROUND * 10) / 10;
  const track = element('circle', { ...shape, stroke: LINE });
  // A round cap would draw a dot for nothing at all.
  if (done === 0) return track;
  const arc = {
    stroke: colourOf(ring),
    'stroke-linecap': 'round',
    'stroke-dasharray': `${done} ${Math.ceil(AROUND)}`,
    transform: 'rotate(-90 72 72)',
  };
  return track + element('circle', { ...shape, ...arc });
}

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
