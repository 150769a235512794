import type { Presence, Verdict } from '../../core/model.ts';

type Paint = (text: string) => string;

/** How this terminal shows things. */
export interface Screen {
  /** Writes whole lines to standard output. */
  say(text: string): void;
  readonly isTerminal: boolean;
  /** Whether somebody can answer a question. */
  readonly canAsk: boolean;
  readonly unicode: boolean;
  readonly paint: Readonly<Record<Colour, Paint>>;
}

export type Colour = 'green' | 'blue' | 'yellow' | 'red' | 'magenta' | 'gray' | 'bold';

const SIGNS: Readonly<Record<Presence, readonly [string, string, Colour]>> = {
  gone: ['✓', '+', 'green'],
  running: ['●', '*', 'blue'],
  'in-tray': ['◐', 'o', 'yellow'],
  residue: ['◌', '.', 'yellow'],
  unknown: ['?', '?', 'magenta'],
};

const OF_VERDICT: Readonly<Record<Verdict, readonly [string, string, Colour]>> = {
  gone: SIGNS.gone,
  'still-running': ['●', '*', 'red'],
  partly: SIGNS.residue,
  unknown: SIGNS.unknown,
};

/** The sign of a presence or a verdict: shape first, colour repeats it. */
export function sign(screen: Screen, of: Presence | Verdict): string {
  const [unicode, ascii, colour] = of in SIGNS ? SIGNS[of as Presence] : OF_VERDICT[of as Verdict];
  return screen.paint[colour](screen.unicode ? unicode : ascii);
}

const plain: Paint = (text) => text;

/** No colour at all: for files, pipes and whoever asked for none. */
export const PLAIN: Screen['paint'] = {
  green: plain,
  blue: plain,
  yellow: plain,
  red: plain,
  magenta: plain,
  gray: plain,
  bold: plain,
};
