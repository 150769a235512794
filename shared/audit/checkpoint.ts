import { bytesIn } from './base64.ts';
import { readNote } from './note.ts';

/** How far a log went, and the root of its tree there (c2sp.org/tlog-checkpoint@v1.0.0). */
export interface Checkpoint {
  readonly origin: string;
  /** How many lines. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
}

/** The text that is signed as a note. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${root.toString('base64')}\n`;

/** The checkpoint of a note's text; undefined where it is none. Extension lines are passed over. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, decimal, value] = /^(.+)\n(0|[1-9]\d*)\n(\S+)\n(?:.+\n)*$/u.exec(text) ?? [];
  const size = Number(decimal);
  const root = bytesIn(value ?? '');
  if (origin === undefined || !Number.isSafeInteger(size) || root?.length !== 32) return undefined;
  return { origin, size, root };
}

/** The checkpoint of a signed note; undefined where it is none. Nothing is verified. */
export const checkpointIn = (note: string): Checkpoint | undefined =>
  readCheckpoint(readNote(note)?.text ?? '');
