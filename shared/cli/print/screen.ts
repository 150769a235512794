import type { Presence, Verdict } from '../../core/model.ts';
import { visible, visibleJson } from '../../core/visible.ts';
import { asInvoked, type Invocation } from '../invocation.ts';
import { wrapped } from './wrap.ts';
import { rendered, type Colour, type Paint } from './paint.ts';

export type { Colour } from './paint.ts';

/** How this terminal shows things. */
export interface Screen {
  /** Writes one line to standard output. Whatever is not ours in it is shown, never obeyed. */
  say(line: string): void;
  /** Writes one line as it is, however long: what another program reads. */
  verbatim(line: string): void;
  /** Writes what a command makes as JSON in lines, for a file: also where nothing is said. */
  document(value: unknown): void;
  /** Writes a value as one line of JSON. */
  json(value: unknown): void;
  /** Writes to standard error what has to be told also where nothing is said; absent where that is no screen of a person. */
  alarm?(line: string): void;
  /** Nothing is said but errors. */
  readonly isQuiet?: true;
  /** A terminal on which lines can be drawn again. */
  readonly isTerminal: boolean;
  /** Whether somebody can answer a question. */
  readonly canAsk: boolean;
  readonly unicode: boolean;
  /** Cells in a line. */
  readonly columns?: number;
  /** Cells in a line of standard error, where that is known. */
  readonly errorColumns?: number;
  readonly paint: Readonly<Record<Colour, Paint>>;
}

/** The two ways to say something, on whatever takes lines: the only way of foreign text to a reader. */
export const speaking = (
  write: (line: string) => void,
  columns = COLUMNS,
  invocation: Invocation = 'clean-exit',
): Pick<Screen, 'say' | 'json' | 'verbatim' | 'document' | 'columns'> => ({
  columns,
  say: (line) => {
    for (const one of fitted(asInvoked(line, invocation), columns)) write(rendered(one));
  },
  verbatim: (line) => write(rendered(line)),
  document: (value) => {
    for (const line of JSON.stringify(value, null, 2).split('\n')) write(rendered(line));
  },
  json: (value) => write(visibleJson(value)),
});

/** Where the width is not known. */
export const COLUMNS = 80;

/** The cells in a line of this screen. */
export const columnsOf = ({ columns = COLUMNS }: Pick<Screen, 'columns'>): number => columns;

/** A line in as many as it needs, all as far in as the first. */
export function fitted(line: string, columns: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrapped(line.slice(indent.length), columns - indent.length).map((one) => indent + one);
}

/** What is written to standard error, in lines that fit where their width is known. */
export const faultText = (text: string, { errorColumns }: Pick<Screen, 'errorColumns'>): string =>
  text
    .split('\n')
    .map(visible)
    .flatMap((line) => (errorColumns === undefined ? [line] : fitted(line, errorColumns)))
    .join('\n');

/** Says a text of our own that has several lines. */
export const sayLines = (screen: Pick<Screen, 'say'>, text: string): void => {
  for (const line of text.split('\n')) screen.say(line);
};

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
