import { readLine } from './read-line.ts';

/** What a line says of the log itself, as it was found: any member may be missing, or be something else. */
export interface FoundStatement {
  /** The number of its line, as that says it. */
  readonly sequence: number;
  readonly said: Readonly<Record<string, unknown>>;
}

/** The statement in a line; undefined where it is no line of a log, or says something else. Nothing is verified. */
export function statementIn(line: Buffer): FoundStatement | undefined {
  // Few lines are statements, and reading one costs.
  if (!line.includes('"phase":"statement"')) return undefined;
  const place = readLine(line);
  if (!place) return undefined;
  const { unmapped } = JSON.parse(line.toString()) as {
    readonly unmapped?: { readonly clean_exit?: FoundStatement['said'] };
  };
  const said = unmapped?.clean_exit;
  return said && { sequence: place.sequence, said };
}
