/** A file of the log, or what was put together from files. */
export interface LogPart {
  /** As it is shown. */
  readonly file: string;
  /** Its lines; they can be gone through more than once. */
  lines(): Iterable<FoundLine>;
}

/** A line as it was found, without its line break. */
export interface FoundLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Where it begins in its file, in bytes. */
  readonly offset: number;
  readonly bytes: Buffer;
  /** It has a line break. */
  readonly isWhole: boolean;
}

/** No line of ours comes near that. */
const LONGEST_LINE = 16_000_000;

/** The lines of the log, one after another. */
export function* linesOf(parts: Iterable<LogPart>): Generator<FoundLine> {
  for (const part of parts) yield* part.lines();
}

/** The lines of a file that is read in pieces of any length. A line without an end is cut off at 16 MB, and the last one. */
export function* linesIn(file: string, pieces: Iterable<Buffer>): Generator<FoundLine> {
  let line = 1;
  let offset = 0;
  let begun: Buffer[] = [];
  let length = 0;
  for (const whole of pieces) {
    for (let at = 0; at < whole.length;) {
      const end = whole.indexOf(10, at);
      const piece = whole.subarray(at, end < 0 ? whole.length : end);
      at = end < 0 ? whole.length : end + 1;
      length += piece.length;
      if (end < 0) begun.push(piece);
      if (length > LONGEST_LINE) {
        yield { file, line, offset, bytes: Buffer.concat([...begun]), isWhole: false };
        return;
      }
      if (end < 0) continue;
      const bytes = begun.length === 0 ? piece : Buffer.concat([...begun, piece]);
      yield { file, line: line++, offset, bytes, isWhole: true };
      offset += length + 1;
      begun = [];
      length = 0;
    }
  }
  if (length > 0) yield { file, line, offset, bytes: Buffer.concat(begun), isWhole: false };
}
