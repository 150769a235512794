import type { Sign } from '../view.ts';
import type { Across } from './across.ts';
import type { Mark } from './marks.ts';
import { AMBER, BLUE, GREEN, GREY, INK, PALE, RED, VIOLET } from './colours.ts';

/**
 * How much of the client is here, as the command line's signs say it: all of it, in the background, nothing,
 * or nobody is sure, or not all.
 */
export type Fill = 'full' | 'half' | 'hollow' | 'dashed';

interface State {
  readonly colour: string;
  readonly fill: Fill;
  /** What stands on the silhouette; nothing where colour and fill say it all. */
  readonly mark?: Mark;
  /** What is written across all of it. */
  readonly across?: Across;
}

/** No two states share all of their shapes, so that the colour only repeats them. */
export const STATES: Readonly<Record<Sign, State>> = {
  looking: { colour: GREY, fill: 'dashed' },
  gone: { colour: GREEN, fill: 'hollow', mark: 'tick' },
  running: { colour: BLUE, fill: 'full', mark: 'dots' },
  'in-tray': { colour: AMBER, fill: 'half', mark: 'tray' },
  hidden: { colour: BLUE, fill: 'half', mark: 'lowered' },
  residue: { colour: AMBER, fill: 'dashed', mark: 'figure' },
  working: { colour: BLUE, fill: 'full', mark: 'figure' },
  'still-here': { colour: RED, fill: 'full', mark: 'call' },
  partly: { colour: RED, fill: 'half', mark: 'call' },
  failed: { colour: RED, fill: 'hollow', mark: 'cross' },
  unknown: { colour: VIOLET, fill: 'dashed', mark: 'question' },
  'grant-access': { colour: VIOLET, fill: 'hollow', mark: 'key' },
  busy: { colour: GREY, fill: 'full', mark: 'lock' },
  force: { colour: RED, fill: 'full' },
  'hold-longer': { colour: RED, fill: 'full', mark: 'clock' },
  purge: { colour: GREEN, fill: 'hollow' },
  nothing: { colour: PALE, fill: 'hollow', mark: 'zero' },
  'exit-first': { colour: AMBER, fill: 'full', mark: 'both' },
  freed: { colour: GREEN, fill: 'full', across: 'tick' },
  trashed: { colour: GREEN, fill: 'half', mark: 'down' },
  detail: { colour: INK, fill: 'hollow' },
  'not-allowed': { colour: GREY, fill: 'hollow', across: 'slash' },
  'on-hold': { colour: GREY, fill: 'hollow', mark: 'pause', across: 'slash' },
};

/** Words beside a grey silhouette are grey as well: there is nothing to do yet. */
export const wordColour = (sign: Sign): string => (STATES[sign].colour === GREY ? PALE : INK);
