import { createHash } from 'node:crypto';
import { appendFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { readLine } from '../../audit/read-line.ts';
import type { Statement } from '../../audit/statement.ts';
import { createWhole } from '../../machine/files/create-whole.ts';
import type { Tail } from './tail.ts';

/**
 * Mends the end of a log that a crash tore: a line that lacks its line break alone gets it, anything else is set aside
 * in a file of its own. Answers what the log has to say of it; undefined where the line is whole.
 */
export function mendTorn(
  folder: string,
  tail: Tail & { readonly torn: Buffer },
): Statement | undefined {
  const { segment, size, count, torn } = tail;
  if (readLine(torn)?.sequence === count) {
    appendFileSync(segment.file, '\n');
    return undefined;
  }
  const sha256 = createHash('sha256').update(torn).digest('hex');
  const file = `torn-${String(count).padStart(12, '0')}-${sha256.slice(0, 8)}`;
  createWhole(path.join(folder, file), torn.toString('latin1'));
  truncateSync(segment.file, size);
  return { statement: 'torn', bytes: torn.length, sha256, file };
}
