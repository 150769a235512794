import { words } from '../../../words/words.ts';
import { UsageError, type Context } from '../../context.ts';

/** A period as options say it: dates, or times of ISO 8601. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** The first and the last moment of a period, in ms since 1970; a date means all of its day here. Throws UsageError. */
export function periodOf(context: Context, said: Period): { from: number; to: number } {
  const from =
    said.from === undefined ? Number.NEGATIVE_INFINITY : moment(context, said.from, 'first');
  const to = said.to === undefined ? Number.POSITIVE_INFINITY : moment(context, said.to, 'last');
  const say = words(context.lang).auditKeep;
  if (from > to) throw new UsageError(say.backwards, say.badTimeNext);
  return { from, to };
}

function moment({ lang }: Context, said: string, which: 'first' | 'last'): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(said);
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(said);
  // Without a time a date is read as UTC, with one as local time.
  const at = Date.parse(isDay ? `${said}T00:00:00` : said);
  if (!(isDay || isTime) || Number.isNaN(at) || (isDay && !isThatDay(at, said)))
    throw new UsageError(words(lang).auditKeep.badTime(said), words(lang).auditKeep.badTimeNext);
  return isDay && which === 'last' ? nextDay(at) - 1 : at;
}

/** 31 February is none. */
const isThatDay = (at: number, said: string): boolean =>
  new Date(at).getDate() === Number(said.slice(8));

/** A day has 23 hours where the clock is set forward. */
const nextDay = (at: number): number => {
  const day = new Date(at);
  return day.setDate(day.getDate() + 1);
};
