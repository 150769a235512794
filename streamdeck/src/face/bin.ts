import { dot, stroke } from './bubble.ts';
import { GREY, GROUND, INK } from './colours.ts';
import { line, whole } from './fit.ts';
import type { Pen } from './shapes.ts';

const BODY = 'M-35-25l5 58a8 8 0 0 0 8 7h44a8 8 0 0 0 8-7l5-58';
const LID = 'M-43-25h86M-14-26v-10h28v10';

/** The bin with its size in it, and a tick on its corner once it was emptied. */
export const bin = (pen: Pen, isDone: boolean): string =>
  stroke(BODY, pen.colour, pen.thin) +
  stroke(LID, pen.colour, pen.thin) +
  (pen.figure === '' ? (isDone ? '' : ridges(pen)) : size(pen)) +
  (isDone ? tick(pen) : '');

const ridges = ({ colour, thin }: Pen): string => stroke('M-10-8l1 31M10-8l-1 31', colour, thin);

const size = ({ figure, unit }: Pen): string =>
  line(whole(figure, 54, 27), 0, unit === '' ? 16 : 8, INK) +
  line(whole(unit, 46, 19), 0, 30, GREY);

/** Within the bin where it is empty, else on its corner. */
const tick = ({ figure, colour, thin, thick }: Pen): string =>
  figure === ''
    ? stroke('M-14 7l10 10L14-6', colour, thick)
    : dot(40, -29, 22, GROUND) +
      dot(40, -29, 17, colour) +
      stroke('M32-28l6 6 10-12', GROUND, thin);
