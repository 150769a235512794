const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (count: number): string => String(count).padStart(2, '0');

/**
 * The hour and minute of a moment (ms since 1970) where the person is, always so: `20:41`. For what is of now. Not by
 * Intl: its first formatter takes longer than loading a whole command.
 */
export function clock(at: number): string {
  const day = new Date(at);
  return `${two(day.getHours())}:${two(day.getMinutes())}`;
}

/** The same with its day, `Nov 24, 20:41`: for what may be shown long after. */
export function dated(at: number): string {
  const day = new Date(at);
  return `${MONTHS[day.getMonth()]} ${day.getDate()}, ${clock(at)}`;
}
