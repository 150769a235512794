import { statementIn } from '../../audit/statement-in.ts';
import { linesFrom, segmentsIn } from './segments.ts';

/** The vkey by which the line of this number is signed, as the log says it; undefined where it does not. */
export function keyAt(folder: string, sequence: number): string | undefined {
  const start = segmentsIn(folder)[0]?.first ?? 0;
  let key: unknown;
  for (const line of linesFrom(folder, start)) {
    const found = statementIn(line);
    if (!found) continue;
    const { statement, first, key: said, new: next } = found.said;
    const isBefore = found.sequence < sequence;
    // What was pruned before says it for the first line that is still there.
    if (statement === 'pruned' && first === start) key ??= said;
    if (isBefore && statement === 'began') key = said;
    if (isBefore && (statement === 'key-rotated' || statement === 'key-replaced')) key = next;
    // The one that replaces a lost key is signed by itself.
    if (found.sequence === sequence && statement === 'key-replaced') key = next;
  }
  return typeof key === 'string' ? key : undefined;
}
