import { GROUND } from './colours.ts';
import { stroke } from './strokes.ts';

/** What is written across a silhouette: that it is done, or that it does nothing here. */
export type Across = 'tick' | 'slash';

const LINES: Readonly<Record<Across, string>> = {
  tick: 'M-20 6L-5 21L22-12',
  slash: 'M-42-38L42 38',
};

/** A tick in the ground's colour on a full silhouette; a slash in its own, parted from it by a rim. */
export const across = (of: Across, colour: string, width: number): string =>
  of === 'tick'
    ? stroke(LINES.tick, GROUND, width * 1.6)
    : stroke(LINES.slash, GROUND, width * 3) + stroke(LINES.slash, colour, width * 1.3);
