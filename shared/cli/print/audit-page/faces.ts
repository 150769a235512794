import { Html } from './html.ts';

/** The signs of the page: a speech bubble, solid while somebody is there, hollow when gone, dashed in doubt. */
const BUBBLE = 'M5 4h14a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-8l-5 4v-4H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z';
const HOLLOW = `<path d="${BUBBLE}" fill="none" stroke="currentColor" stroke-width="2"/>`;
const DASHED = `<path d="${BUBBLE}" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2.4"/>`;
const SOLID = `<path d="${BUBBLE}" fill="currentColor"/>`;

const inside = (d: string, colour = 'currentColor'): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>`;

const FACES = {
  good: HOLLOW + inside('M7.5 11l3 3 6-6'),
  bad: SOLID + inside('M12 7.5v4M12 14.6v.1', 'var(--paper)'),
  part: DASHED + inside('M8.5 11h7'),
  doubt: DASHED + inside('M9.6 9a2.4 2.4 0 1 1 3.2 2.3c-.5.2-.8.5-.8 1M12 15.3v.1'),
  sum: HOLLOW + inside('M7.5 9h9M7.5 13h6'),
};

export type Face = keyof typeof FACES;

/** The signs once, to be used by name. */
export const faces = new Html(
  `<svg width="0" height="0" class="faces" aria-hidden="true">${Object.entries(FACES)
    .map(([name, drawn]) => `<symbol id="f-${name}" viewBox="0 0 24 24">${drawn}</symbol>`)
    .join('')}</svg>`,
);

export const face = (name: Face): Html =>
  new Html(`<svg class="face ${name}" aria-hidden="true"><use href="#f-${name}"/></svg>`);
