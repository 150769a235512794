import type { Language } from '../../../core/language.ts';
import { words } from '../../../words/words.ts';
import { UsageError } from '../../context.ts';
import { parseTime } from '../../time.ts';

export const DAY_MS = 86_400_000;
/** A working day, and a month at most. */
const OF_ORDER = { usual: '8h', longestMs: 30 * DAY_MS };

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const DATE = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;
const DURATION = /^\d+(?:\.\d+)?\s*(?:ms|s|m|h|d)$/;

/**
 * When an order ends, in ms since 1970: after a time (`8h`), at a time of the clock (`18:30`, tomorrow's where today's is
 * over), or at a moment (`2026-12-01T18:30`, where the person is). Throws UsageError.
 */
export function expiryOf(
  option: string | undefined,
  now: number,
  lang: Language,
  { usual, longestMs } = OF_ORDER,
): number {
  const said = option ?? usual;
  const say = words(lang).order;
  const at = momentOf(said.trim(), now, lang);
  if (Number.isNaN(at) || at <= now || at > now + longestMs)
    throw new UsageError(say.badExpires(said, longestMs / DAY_MS), say.badExpiresNext);
  return at;
}

function momentOf(said: string, now: number, lang: Language): number {
  const [, hours, minutes] = CLOCK.exec(said) ?? [];
  if (hours !== undefined && minutes !== undefined) {
    const today = new Date(now);
    today.setHours(Number(hours), Number(minutes), 0, 0);
    if (today.getTime() <= now) today.setDate(today.getDate() + 1);
    return today.getTime();
  }
  // Without a time of day it is the end of that day; without a zone it is the person's.
  if (DATE.test(said) && isOfCalendar(said.slice(0, 10)))
    return new Date(said.length === 10 ? `${said}T23:59:59` : said.replace(' ', 'T')).getTime();
  return DURATION.test(said) ? now + parseTime(said, lang) : NaN;
}

/** JavaScript takes 31 November for 1 December. */
const isOfCalendar = (day: string): boolean => {
  const at = new Date(`${day}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};
