import stringWidth from 'fast-string-width';

/** Everything that a terminal would obey, but the colours and weights that we write ourselves. */
const CONTROL = /\u001b(?!\[(?:1|22|39|3[1-5]|90)m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g;

/** A text as it may be shown: files, windows and menus can have any name, also one that paints over us. */
export const shown = (text: string): string => text.replace(CONTROL, '\ufffd');

/** Rows with aligned columns; Chinese characters count as two cells, colours as none. */
export function table(raw: readonly (readonly string[])[]): readonly string[] {
  const rows = raw.map((row) => row.map(shown));
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, stringWidth(cell))));
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell)),
      )
      .join('  ')
      .trimEnd(),
  );
}
