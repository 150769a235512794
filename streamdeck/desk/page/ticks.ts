/** Pixels of wheel for one tick of a dial: a notch of a mouse wheel in Chromium is 100 to 120. */
export const PIXELS_PER_TICK = 100;

const PIXELS_PER_LINE = 34;
const PIXELS_PER_PAGE = 300;

export interface Turn {
  readonly ticks: number;
  /** Pixels that wait for the next event. */
  readonly rest: number;
}

/** How far an event of the wheel goes, in pixels; `mode` is its `deltaMode`. */
export const pixelsOf = (delta: number, mode: number): number =>
  delta * (mode === 2 ? PIXELS_PER_PAGE : mode === 1 ? PIXELS_PER_LINE : 1);

/** Adds one event of the wheel to what waits; turning back starts anew, so that it answers at once. */
export function turn(rest: number, pixels: number): Turn {
  const sum = rest * pixels < 0 ? pixels : rest + pixels;
  const ticks = Math.trunc(sum / PIXELS_PER_TICK);
  return { ticks: ticks || 0, rest: sum - ticks * PIXELS_PER_TICK };
}
