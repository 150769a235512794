import { columnsOf, type Screen } from './screen.ts';
import { table, widthOf } from './table.ts';

/** One finding: state, what, what was found there; below it what that means, and what to do. */
export interface Finding {
  readonly row: readonly string[];
  readonly below: readonly string[];
}

export const finding = (row: readonly string[], ...below: readonly string[]): Finding => ({
  row,
  below,
});

/** The rows in columns, each with its lines below. */
export function findingLines(findings: readonly Finding[], screen: Screen): readonly string[] {
  const columns = columnsOf(screen);
  const widths: number[] = [];
  for (const { row } of findings)
    row.slice(0, -1).forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  const pad = ' '.repeat((widths[0] ?? 0) + 2); // Two where a row has one cell.
  const padded = (cell: string, at: number): string =>
    cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
  return findings.flatMap(({ row, below }) => [
    ...table([row.map((cell, at) => (at === row.length - 1 ? cell : padded(cell, at)))], columns),
    ...below.filter(Boolean).map((line) => pad + line),
  ]);
}
