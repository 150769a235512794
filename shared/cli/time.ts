import type { Language } from '../core/language.ts';
import { words } from '../words/words.ts';
import { UsageError } from './context.ts';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `10`, `500ms`, `10s`, `2m`, `3h`, `7d` in milliseconds. */
export function parseTime(value: string, lang: Language): number {
  const say = words(lang);
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)?$/.exec(value.trim()) ?? [];
  if (number === undefined) throw new UsageError(say.usage.badTime(value), say.usage.badTimeNext);
  return Math.round(Number(number) * (UNITS[unit] ?? 1_000));
}

/** A point in time: `2026-11-25`, or how long ago. In ms since 1970. */
export function parseSince(value: string, now: number, lang: Language): number {
  const date = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? now - parseTime(value, lang) : date;
}
