import { checkpointIn } from '../../audit/checkpoint.ts';
import { inclusionProof } from '../../audit/inclusion.ts';
import { readLine } from '../../audit/read-line.ts';
import type { Stated } from '../../audit/statement.ts';
import { ED25519 } from '../../audit/suite.ts';
import { proofText } from '../../audit/tlog-proof.ts';
import { leafHash, rootAt, storedIndex } from '../../audit/tree.ts';
import { latestCheckpoint } from './checkpoint-files.ts';
import { openAuditLog } from './open.ts';
import { linesFrom, segmentsIn } from './segments.ts';
import { TreeFile } from './tree-file.ts';

const { hash } = ED25519;

/** The proof of a line, or why there is none. */
export type ProofOf =
  | {
      readonly code: 'proved';
      /** The text of a .tlog-proof. */
      readonly proof: string;
      /** Without its line break. */
      readonly line: Buffer;
      readonly size: number;
      readonly origin: string;
    }
  | { readonly code: 'no-log' | 'other-algorithm' | 'no-tree' }
  | { readonly code: 'not-there'; readonly count: number }
  | { readonly code: 'pruned'; readonly first: number };

/**
 * Proves that a line is in the log, by some twenty hashes of the stored tree and the newest checkpoint; where that does
 * not cover the line, a new one is signed. `at`: now, in ms since 1970. Throws the system's error, or AuditFault.
 */
export async function proofOf(folder: string, number: number, at: number): Promise<ProofOf> {
  const [segment] = segmentsIn(folder);
  if (!segment) return { code: 'no-log' };
  if (number < segment.first) return { code: 'pruned', first: segment.first };
  const [line] = linesFrom(folder, number);
  if (!line) return { code: 'not-there', count: countIn(folder) };
  if (readLine(line)?.hashAlgorithm === 'SM3') return { code: 'other-algorithm' };
  const note = (await noteOver(folder, number, line, at)) ?? '';
  const checkpoint = checkpointIn(note);
  const tree = TreeFile.read(folder, hash);
  if (!checkpoint || !tree || tree.count < checkpoint.size) return { code: 'no-tree' };
  const { size, origin, root } = checkpoint;
  try {
    const isSame =
      tree.read(storedIndex(0, number)).equals(leafHash(hash, line)) &&
      rootAt(hash, size, tree.read).equals(root);
    if (!isSame) return { code: 'no-tree' };
    const hashes = inclusionProof(hash, number, size, tree.read);
    const proof = proofText({ index: number, hashes, checkpoint: note });
    return { code: 'proved', proof, line, size, origin };
  } finally {
    tree.close();
  }
}

/** The newest checkpoint, or a new one where it does not cover the line. */
async function noteOver(
  folder: string,
  number: number,
  line: Buffer,
  at: number,
): Promise<string | undefined> {
  const latest = latestCheckpoint(folder);
  if (latest && latest.size > number) return latest.note;
  const { metadata, actor, device } = JSON.parse(line.toString()) as Stated;
  const log = await openAuditLog({ folder, settings: {} });
  try {
    const time = { time: at, time_dt: new Date(at).toISOString() };
    return await log.checkpoint({ metadata, actor, device, ...time });
  } finally {
    log.close();
  }
}

function countIn(folder: string): number {
  const last = segmentsIn(folder).at(-1);
  return last ? last.first + [...linesFrom(folder, last.first)].length : 0;
}
