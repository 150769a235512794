import { readCheckpoint } from '../checkpoint.ts';
import { rootByProof } from '../inclusion.ts';
import { openNote } from '../note.ts';
import { splitLine } from '../line.ts';
import { ED25519 } from '../suite.ts';
import { readProof } from '../tlog-proof.ts';
import { leafHash } from '../tree.ts';
import { ed25519Verifier, readVkey } from '../vkey.ts';

/**
 * What a proof of a line came to. `other-line`: the line is not the one that the proof is of, or one of both was
 * changed. `other-log`: the checkpoint is of a log of another name than its key.
 */
export type ProofCode =
  'ok' | 'no-proof' | 'no-checkpoint' | 'forged' | 'unknown-key' | 'other-log' | 'other-line';

export interface CheckedProof {
  readonly code: ProofCode;
  readonly index?: number;
  /** How many lines the log had when its checkpoint was signed. */
  readonly size?: number;
  readonly origin?: string;
  /** The fingerprint of the line, hexadecimal. */
  readonly fingerprint?: string;
}

/** Whether a line, without its line break, is in the log that one of these keys signs. */
export function checkProof(text: string, line: Buffer, trusted: readonly string[]): CheckedProof {
  const proof = readProof(text);
  if (!proof) return { code: 'no-proof' };
  const { index, hashes, checkpoint: note } = proof;
  const verifiers = trusted.flatMap((key) => {
    const vkey = readVkey(key);
    return (vkey && ed25519Verifier(vkey)) ?? [];
  });
  const opened = openNote(note, verifiers);
  if (!opened.ok) return { code: opened.why === 'no-note' ? 'no-checkpoint' : opened.why, index };
  const checkpoint = readCheckpoint(opened.text);
  if (!checkpoint) return { code: 'no-checkpoint', index };
  const { size, origin, root } = checkpoint;
  const found = { index, size, origin };
  if (!opened.by.some(({ name }) => name === origin)) return { code: 'other-log', ...found };
  const leaf = leafHash(ED25519.hash, line);
  const reached = rootByProof(ED25519.hash, leaf, { index, size, proof: hashes });
  if (!reached?.equals(root)) return { code: 'other-line', ...found };
  const fingerprint = splitLine(line)?.fingerprint;
  return { code: 'ok', ...found, ...(fingerprint === undefined ? {} : { fingerprint }) };
}
