/** Hours and minutes of a day, always so: `20:41`. */
const TIME = new Intl.DateTimeFormat('en-US', {
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** `Nov 24`. */
const DAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });

/** The hour and minute of a moment (ms since 1970): for what is of now. */
export const clock = (at: number): string => TIME.format(at);

/** The same with its day: for what may be shown long after. */
export const dated = (at: number): string => `${DAY.format(at)}, ${clock(at)}`;
