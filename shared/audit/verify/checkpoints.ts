import { checkpointIn, type Checkpoint } from '../checkpoint.ts';
import { readNote } from '../note.ts';
import { readVkey } from '../vkey.ts';
import type { CheckSuite } from './suite-of.ts';

/** A checkpoint as it was given. */
export interface GivenCheckpoint {
  /** As it is shown. */
  readonly name: string;
  readonly note: string;
}

/**
 * What a checkpoint says of the log. `cut`: the log had more lines when it was signed. `rewritten`: it had other ones.
 * `before-pruned`: its lines were pruned, so that nobody can know.
 */
export type CheckpointCode =
  | 'ok'
  | 'cut'
  | 'rewritten'
  | 'forged'
  | 'unknown-key'
  | 'other-log'
  | 'no-checkpoint'
  | 'before-pruned'
  | 'not-reached';

export interface CheckedCheckpoint {
  readonly name: string;
  readonly code: CheckpointCode;
  readonly size?: number;
  /** The vkey that signed it. */
  readonly by?: string;
}

/** The same, each once. */
export const distinct = (given: readonly GivenCheckpoint[]): readonly GivenCheckpoint[] =>
  [...new Map([...given].reverse().map((one) => [one.note, one])).values()].reverse();

/** A checkpoint with its note, as far as it has the form of one. */
export interface ReadCheckpoint extends GivenCheckpoint {
  readonly checkpoint: Checkpoint | undefined;
}

export const readGiven = (given: GivenCheckpoint): ReadCheckpoint => ({
  ...given,
  checkpoint: checkpointIn(given.note),
});

/** What the log was found to be. */
export interface FoundLog {
  readonly origin: string;
  readonly first: number;
  /** How many lines there are, with those that were pruned, up to the first bad one. */
  readonly size: number;
  readonly hasFault: boolean;
  readonly roots: ReadonlyMap<number, Buffer>;
  /** The vkeys of the log, and those that are trusted. */
  readonly keys: readonly string[];
}

/** Compares a checkpoint with the log. */
export async function checkCheckpoint(
  { name, note, checkpoint }: ReadCheckpoint,
  log: FoundLog,
  suite: CheckSuite,
): Promise<CheckedCheckpoint> {
  if (!checkpoint) return { name, code: 'no-checkpoint' };
  const { size } = checkpoint;
  const as = (code: CheckpointCode): CheckedCheckpoint => ({ name, code, size });
  if (checkpoint.origin !== log.origin) return as('other-log');
  const signer = await signerOf(note, log.keys, suite);
  if (signer === 'forged') return as('forged');
  if (size < log.first) return as('before-pruned');
  if (size > log.size) return as(log.hasFault ? 'not-reached' : 'cut');
  if (!log.roots.get(size)?.equals(checkpoint.root)) return as('rewritten');
  return signer ? { ...as('ok'), by: signer.key } : as('unknown-key');
}

/** The key of these that signed a note; undefined where none did. */
async function signerOf(
  note: string,
  keys: readonly string[],
  suite: CheckSuite,
): Promise<{ readonly key: string } | 'forged' | undefined> {
  const { text = '', signatures = [] } = readNote(note) ?? {};
  let signer: { readonly key: string } | undefined;
  for (const { name, id, signature } of signatures) {
    for (const key of keys) {
      const vkey = readVkey(key);
      if (vkey?.name !== name || !vkey.id.equals(id)) continue;
      if (!(await suite.signedBy(vkey)?.(Buffer.from(text), signature))) return 'forged';
      signer = { key };
    }
  }
  return signer;
}
