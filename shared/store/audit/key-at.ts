import { readLine } from '../../audit/read-line.ts';
import { linesFrom, segmentsIn } from './segments.ts';

interface Said {
  readonly statement?: string;
  readonly first?: number;
  readonly key?: string;
  readonly new?: string;
}

/** The vkey by which the line of this number is signed, as the log says it; undefined where it does not. */
export function keyAt(folder: string, sequence: number): string | undefined {
  const start = segmentsIn(folder)[0]?.first ?? 0;
  let key: string | undefined;
  for (const line of linesFrom(folder, start)) {
    if (!line.includes('"phase":"statement"')) continue;
    const at = readLine(line)?.sequence;
    if (at === undefined) continue;
    const { unmapped } = JSON.parse(line.toString()) as { unmapped: { clean_exit: Said } };
    const said = unmapped.clean_exit;
    // What was pruned before says it for the first line that is still there.
    if (said.statement === 'pruned' && said.first === start) key ??= said.key;
    if (at < sequence && said.statement === 'began') key = said.key;
    if (at < sequence && said.statement?.startsWith('key-')) key = said.new;
    // The one that replaces a lost key is signed by itself.
    if (at === sequence && said.statement === 'key-replaced') key = said.new;
  }
  return key;
}
