import stringWidth from 'fast-string-width';
import { visible } from '../../core/visible.ts';
import { unpainted } from './paint.ts';

/** The cells that a text takes on a terminal; Chinese characters count as two, colours as none. */
export const widthOf = (text: string): number => stringWidth(unpainted(text));

/** Rows with aligned columns. */
export function table(raw: readonly (readonly string[])[]): readonly string[] {
  const rows = raw.map((row) => row.map(visible));
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)),
      )
      .join('  ')
      .trimEnd(),
  );
}
