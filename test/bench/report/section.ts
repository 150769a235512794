/** What was promised, and what came out. */
export interface Target {
  readonly what: string;
  readonly measured: string;
  readonly met: boolean;
}

/** One question of the bench with its answer. */
export interface Section {
  readonly title: string;
  /** How it was measured. */
  readonly how: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
  readonly targets: readonly Target[];
}

const targetLine = ({ what, measured, met }: Target): string =>
  `target ${what}: ${measured}: ${met ? 'met' : 'NOT met'}`;

/** For a terminal; every sign here is one cell wide. */
export function asText({ title, how, head, rows, notes = [], targets }: Section): string {
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  const lines = [head, rule, ...rows].map((row) => `  ${line(row)}`);
  const last = [...notes, ...targets.map(targetLine)].map((text) => `  ${text}`);
  return ['', title, `  ${how}`, '', ...lines, '', ...last].join('\n');
}

export function asMarkdown({ title, how, head, rows, notes = [], targets }: Section): string {
  const escape = (cell: string): string => cell.replaceAll('|', '\\|');
  const line = (row: readonly string[]): string => `| ${row.map(escape).join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  const last = [
    ...notes,
    ...targets.map(
      (target) => `${target.met ? '' : '**'}${targetLine(target)}${target.met ? '' : '**'}`,
    ),
  ].map((text) => `- ${text}`);
  return [`## ${title}`, '', how, '', ...table, '', ...last, ''].join('\n');
}
