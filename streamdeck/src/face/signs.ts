import type { Sign, View } from '../view.ts';
import { bin } from './bin.ts';
import { area, bubble, dot, stroke } from './bubble.ts';
import { COLOURS, GROUND } from './colours.ts';
import { line, whole } from './fit.ts';
import { detail, inTray, octagon, type Pen, question, solid } from './shapes.ts';

const TICK = 'M-17-3l12 12L17-14';
const BOLT = 'M5-27L-15 5H-2L-5 28 16-6H3z';

const DRAW: Readonly<Record<Sign, (pen: Pen) => string>> = {
  looking: (pen) => bubble('dashed', pen.colour, pen.thin),
  gone: (pen) => bubble('hollow', pen.colour, pen.thin) + stroke(TICK, pen.colour, pen.thick),
  running: (pen) => solid(pen, [-19, 0, 19].map((x) => dot(x, -3, 6.5, GROUND)).join('')),
  'in-tray': inTray,
  residue: (pen) =>
    bubble('dashed', pen.colour, pen.thin) + line(whole(pen.figure, 60, 42), 0, 11, pen.colour),
  working: (pen) => solid(pen, line(whole(`${pen.figure} ${pen.unit}`, 72, 32), 0, 8, GROUND)),
  'still-here': (pen) =>
    solid(pen, stroke('M0-20V0', GROUND, pen.thick) + dot(0, 15, pen.thick * 0.58, GROUND)),
  unknown: question,
  'grant-access': question,
  busy: (pen) =>
    solid(
      pen,
      area(
        'M-18-6h36a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3h-36a3 3 0 0 1-3-3v-18a3 3 0 0 1 3-3z',
        GROUND,
      ) + stroke('M-10-6v-6a10 10 0 0 1 20 0v6', GROUND, pen.thin),
    ),
  force: (pen) => octagon(pen) + area(BOLT, pen.colour),
  purge: (pen) => bin(pen, false),
  freed: (pen) => bin(pen, true),
  // Solid, because it runs on; only nobody sees it.
  hide: (pen) =>
    solid(pen, stroke('M-23-9c10 15 36 15 46 0M-17-1l-6 8M0 3v10M17-1l6 8', GROUND, pen.thin)),
  detail,
  refused: (pen) => octagon(pen) + stroke('M-18 0H18', pen.colour, pen.thick),
};

/** The sign of a view, 100 by 84 around the origin, for a place that makes it `scale` as large. */
export const sign = (view: View, scale: number, isInside: boolean): string =>
  DRAW[view.sign]({
    colour: COLOURS[view.sign],
    thin: (3 + 3 * scale) / scale,
    thick: (5 + 5 * scale) / scale,
    figure: isInside ? (view.figure ?? '') : '',
    unit: isInside ? (view.unit ?? '') : '',
  });
