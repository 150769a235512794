import { bytesIn } from './base64.ts';

/** A key that signs notes. */
export interface NoteSigner {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  sign(bytes: Uint8Array): Buffer;
}

/** A key that notes are checked against. */
export interface NoteVerifier {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  verify(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** A text, signed (c2sp.org/signed-note@v1.0.0). The text ends in a line break. Throws where it is no text of a note. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text)) throw new TypeError('a note has whole lines without control characters');
  const lines = signers.map((signer) => {
    const { name, id } = signer;
    const value = Buffer.concat([id, signer.sign(Buffer.from(text))]).toString('base64');
    return `— ${name} ${value}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** What a note came to. `forged`: a key that was named did not make the signature under its name. */
export type OpenedNote =
  | { readonly ok: true; readonly text: string; readonly by: readonly NoteVerifier[] }
  | { readonly ok: false; readonly why: 'no-note' | 'unknown-key' | 'forged' };

/**
 * The text of a note that at least one of these keys signed. Signatures of other keys are passed over; a wrong one
 * under the name and id of one of these refuses the note.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const parts = readNote(note);
  if (!parts) return { ok: false, why: 'no-note' };
  const bytes = Buffer.from(parts.text);
  const by: NoteVerifier[] = [];
  for (const { name, id, signature } of parts.signatures) {
    const known = verifiers.find((key) => key.name === name && id.equals(key.id));
    if (!known) continue;
    if (!known.verify(bytes, signature)) return { ok: false, why: 'forged' };
    by.push(known);
  }
  return by.length > 0 ? { ok: true, text: parts.text, by } : { ok: false, why: 'unknown-key' };
}

interface NoteSignature {
  readonly name: string;
  readonly id: Buffer;
  readonly signature: Buffer;
}

/** The text and the signatures of a note; undefined where it has not the form of one. Nothing is verified. */
export function readNote(
  note: string,
): { readonly text: string; readonly signatures: readonly NoteSignature[] } | undefined {
  const at = note.lastIndexOf('\n\n');
  const text = note.slice(0, at + 1);
  if (at < 0 || !note.endsWith('\n') || !isNoteText(text)) return undefined;
  const signatures = note
    .slice(at + 2, -1)
    .split('\n')
    .map(signatureIn);
  const whole = signatures.filter((signature) => signature !== undefined);
  return whole.length === signatures.length ? { text, signatures: whole } : undefined;
}

function signatureIn(line: string): NoteSignature | undefined {
  const [, name, value] = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = bytesIn(value ?? '');
  if (name === undefined || !isKeyName(name) || !bytes || bytes.length < 5) return undefined;
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

/** A name of a key: not empty, without Unicode spaces and plus signs. */
export const isKeyName = (name: string): boolean =>
  name.length > 0 && !/[\p{White_Space}\p{Cc}+]/u.test(name) && isWellFormed(name);

const isNoteText = (text: string): boolean =>
  text.endsWith('\n') && !/[^\P{Cc}\n]/u.test(text) && isWellFormed(text);

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
