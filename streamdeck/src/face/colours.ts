import type { Sign } from '../view.ts';

export const GROUND = '#14171C';
export const INK = '#F4F6F8';
export const LINE = '#2A303A';
export const GREY = '#8A94A3';
export const BLUE = '#4C9DF5';
export const RED = '#F2555A';

const GREEN = '#34C77B';
const AMBER = '#F5B53D';
const VIOLET = '#9B7CF4';

/** Repeats what the shape of a sign says. */
export const COLOURS: Readonly<Record<Sign, string>> = {
  looking: GREY,
  gone: GREEN,
  running: BLUE,
  'in-tray': AMBER,
  residue: AMBER,
  working: BLUE,
  'still-here': RED,
  unknown: VIOLET,
  'grant-access': VIOLET,
  busy: GREY,
  force: RED,
  purge: GREEN,
  freed: GREEN,
  hide: BLUE,
  detail: INK,
  refused: GREY,
};

/** Words beside a grey sign are grey as well: there is nothing to do yet. */
export const wordColour = (sign: Sign): string => (COLOURS[sign] === GREY ? GREY : INK);
