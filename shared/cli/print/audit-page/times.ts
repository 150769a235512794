import type { Words } from '../../../words/en.ts';
import { localTime } from '../local-time.ts';
import { html, type Html } from './html.ts';

/** What a date can be, in ms from 1970. */
const FURTHEST = 8.64e15;

/** `2026-11-25 11:39:43 +08:00`. */
export function zoned(at: number): string {
  if (!(Math.abs(at) <= FURTHEST)) return String(at);
  const date = new Date(at);
  const east = -date.getTimezoneOffset();
  const two = (count: number): string => String(Math.floor(count)).padStart(2, '0');
  const zone = `${east < 0 ? '-' : '+'}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
  // A local time beyond the furthest date has no text of its own.
  return Math.abs(at) > FURTHEST - 86_400_000
    ? String(at)
    : `${localTime(date.toISOString())} ${zone}`;
}

export function timeOf(at: number): Html {
  const [day = '', clock = '', zone = ''] = zoned(at).split(' ');
  return clock === ''
    ? html`${day}`
    : html`<time datetime="${new Date(at).toISOString()}"
        ><span class="day">${day}</span> ${clock} <small>${zone}</small></time
      >`;
}

/** A span of time in its largest unit. */
export function lasting(ms: number, words: Words['auditReport']): string {
  const units = [
    [86_400_000, words.span.days],
    [3_600_000, words.span.hours],
    [60_000, words.span.minutes],
  ] as const;
  for (const [unit, say] of units)
    if (ms >= 2 * unit || ms === unit) return say(Math.round(ms / unit));
  return words.span.seconds(Math.round(ms / 1_000));
}
