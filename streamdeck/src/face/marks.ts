import { GROUND } from './colours.ts';
import { line, whole, widthOf } from './fit.ts';
import { area, dot, stroke } from './strokes.ts';
import { element } from './xml.ts';

/** The sign of a state, on a disc of its colour. */
export type Mark = keyof typeof MARKS | 'figure';

/** Each about 26 by 26 around the origin, in the ground's colour. */
const MARKS = {
  tick: stroke('M-11 1L-3 9L12-9', GROUND, 7),
  dots: [-12, 0, 12].map((x) => dot(x, 0, 4.5, GROUND)).join(''),
  tray: dot(0, -6, 6, GROUND) + stroke('M-13-2V10H13V-2', GROUND, 6),
  lowered: stroke('M-11-10L0 0L11-10M-12 11H12', GROUND, 6),
  call: stroke('M0-14V2', GROUND, 8) + dot(0, 12.5, 4.5, GROUND),
  cross: stroke('M-9-9L9 9M9-9L-9 9', GROUND, 7),
  question: stroke('M-7-7.5A7.5 7.5 0 1 1 4-1C1 1 0 2 0 4', GROUND, 6) + dot(0, 13, 4, GROUND),
  key: stroke('M-14 0A5.5 5.5 0 1 0-3 0A5.5 5.5 0 1 0-14 0zM-2 0H14M13 0V8M5 0V6', GROUND, 5),
  lock: area('M-12-3H12V14H-12z', GROUND) + stroke('M-7-3V-7A7 7 0 0 1 7-7V-3', GROUND, 5),
  clock: stroke('M0-13V2L9 8', GROUND, 6),
  zero: stroke('M-7 0A7 10 0 1 0 7 0A7 10 0 1 0-7 0z', GROUND, 6),
  both: stroke('M-10-11L0 0L-10 11M3-11L13 0L3 11', GROUND, 6),
  down: stroke('M0-13V12M-10 2L0 12L10 2', GROUND, 6),
  bar: stroke('M-12 0H12', GROUND, 9),
  pause: stroke('M-7-10V10M7-10V10', GROUND, 8),
} as const;

/** Half the height of a mark's disc, and the rim of the ground that parts it from the silhouette. */
const RADIUS = 22;
const RIM = 6;

/** A mark on its disc; that of a figure is as wide as the figure, and grows to the left. */
export function mark(of: Mark, colour: string, figure: string): string {
  if (of !== 'figure')
    return disc(2 * RADIUS, 0, colour) + element('g', { transform: 'scale(1.15)' }, MARKS[of]);
  const fitted = whole(figure, MOST, 33);
  const width = Math.max(2 * RADIUS, widthOf(fitted.text) * fitted.size + 18);
  const left = RADIUS - width / 2;
  return disc(width, left, colour) + line(fitted, left, fitted.size * 0.36, GROUND);
}

/** The widest figure, so that the silhouette stays to be seen. */
const MOST = 68;

const disc = (width: number, x: number, colour: string): string =>
  pill(width + 2 * RIM, x, RADIUS + RIM, GROUND) + pill(width, x, RADIUS, colour);

const pill = (width: number, x: number, r: number, fill: string): string =>
  element('rect', { x: x - width / 2, y: -r, width, height: 2 * r, rx: r, fill });
