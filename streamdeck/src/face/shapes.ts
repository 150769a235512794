import { bubble, dot, stroke } from './bubble.ts';
import { GREY, GROUND } from './colours.ts';
import { line, whole } from './fit.ts';
import { element } from './xml.ts';

/** What a sign is drawn with: strokes that stay strong where the sign is small. */
export interface Pen {
  readonly colour: string;
  readonly thin: number;
  readonly thick: number;
  /** What stands in the sign, if there is room for it. */
  readonly figure: string;
  readonly unit: string;
}

const QUESTION = 'M-10-14a10.5 10.5 0 1 1 16 9c-4 2.5-6 4.5-6 9';
const TRAY = 'M-50 11h22l9 14h38l9-14h22v27h-100z';

export const solid = (pen: Pen, second: string): string =>
  bubble('solid', pen.colour, pen.thin) + second;

export function inTray({ colour, thin }: Pen): string {
  const edge = { 'stroke-linejoin': 'round', d: TRAY, fill: GROUND };
  // A rim of the ground lets the bubble sink into the tray instead of melting with it.
  return (
    `<g transform="translate(0 -6) scale(.9)">${bubble('solid', colour, thin)}</g>` +
    element('path', { ...edge, stroke: GROUND, 'stroke-width': thin * 2.4 }) +
    element('path', { ...edge, stroke: colour, 'stroke-width': thin })
  );
}

export function question({ colour, thin, thick }: Pen): string {
  const mark = stroke(QUESTION, colour, thick * 0.8) + dot(0, 17, thick * 0.5, colour);
  return bubble('dashed', colour, thin) + mark;
}

export const octagon = ({ colour, thin }: Pen): string =>
  stroke('M-17-40h34l23 23v34l-23 23h-34l-23-23v-34z', colour, thin);

/** A measured figure is its own sign; a dash where nothing was measured. */
export function detail({ figure, unit, colour, thick }: Pen): string {
  if (figure === '') return stroke('M-14 0H14', GREY, thick);
  return (
    line(whole(figure, 112, 54), 0, unit === '' ? 19 : 9, colour) +
    line(whole(unit, 112, 24), 0, 37, GREY)
  );
}
