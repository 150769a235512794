import { visible } from '../../core/visible.ts';
import { widthOf } from './paint.ts';
import { wrapped } from './wrap.ts';

export { widthOf } from './paint.ts';

/** Between two columns, in cells. */
const GAP = 2;
/** Narrower than this a column is hard to read. */
const LEAST = 12;

/** A cell: one line, or several that stand below each other. */
export type Cell = string | readonly string[];

type Row = readonly (readonly string[])[];

/** Rows with aligned columns; with a width, in cells, the widest columns are wrapped until all fit. */
export function table(raw: readonly (readonly Cell[])[], width = Infinity): readonly string[] {
  const rows = raw.map((row) => row.map((cell) => [cell].flat().map(visible)));
  const widths = fitted(columnsOf(rows), width);
  return rows.flatMap((row) => linesOf(row, widths));
}

function columnsOf(rows: readonly Row[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, ...cell.map(widthOf))));
  return widths;
}

/** The widest column gives first, until it is as narrow as the next one. */
function fitted(natural: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  const free = width - GAP * (widths.length - 1);
  for (;;) {
    const over = widths.reduce((sum, one) => sum + one, 0) - free;
    const widest = Math.max(...widths, 0);
    if (over <= 0 || widest <= LEAST) return widths;
    const next = Math.max(LEAST, ...widths.filter((one) => one < widest));
    const at = widths.lastIndexOf(widest);
    widths[at] = Math.max(next === widest ? widest - 1 : next, widest - over, LEAST);
    if (widths[at] === widest) widths[at] = widest - 1;
  }
}

function linesOf(row: Row, widths: readonly number[]): readonly string[] {
  const cells = row.map((cell, at) => cell.flatMap((line) => cellOf(line, widths[at] ?? 0)));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((_cell, at) => {
        const text = cells[at]?.[line] ?? '';
        const rest = (widths[at] ?? 0) - widthOf(text);
        return at === row.length - 1 ? text : text + ' '.repeat(Math.max(0, rest));
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** A line of a cell in as many as it needs, all as far in as the first. */
function cellOf(cell: string, width: number): readonly string[] {
  if (widthOf(cell) <= width) return [cell];
  const indent = /^ */.exec(cell)?.[0] ?? '';
  return wrapped(cell.slice(indent.length), width - indent.length).map((one) => indent + one);
}
