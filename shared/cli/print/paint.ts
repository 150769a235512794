import process from 'node:process';
import stringWidth from 'fast-string-width';
import { visible } from '../../core/visible.ts';

export type Colour = 'green' | 'blue' | 'yellow' | 'red' | 'magenta' | 'gray' | 'bold';
export type Paint = (text: string) => string;

/**
 * What stands for the escape in front of our own colours until a line is written. Nobody who gives a file or a
 * window its name can know it: it is of the moment in which we began.
 */
const KEY = `\ue000${process.hrtime.bigint().toString(36)}\ue001`;
const PAINTED = /\ue000[0-9a-z]+\ue001\[\d+m/g;
const WHOLE = new RegExp(`^(${PAINTED.source})([^\\ue000]*)(${PAINTED.source})$`);

/** What a library paints, marked as ours. */
export const ours =
  (paint: Paint): Paint =>
  (text) =>
    paint(visible(text)).replaceAll('\u001b', KEY);

/** A line as the terminal gets it: all that it would obey is shown, but for our own colours. */
export const rendered = (line: string): string => visible(line).replaceAll(KEY, '\u001b');

/** A text without our colours. */
export const unpainted = (text: string): string => text.replace(PAINTED, '');

/** The cells that a text takes on a terminal; Chinese characters count as two, our colours as none. */
export const widthOf = (text: string): number => stringWidth(unpainted(text));

/** A text that is painted as a whole, apart from its paint: each of its lines is painted so. */
export function painted(text: string): readonly [before: string, inner: string, after: string] {
  const [, before = '', inner = text, after = ''] = WHOLE.exec(text) ?? [];
  return [before, inner, after];
}
