/** A file of the log. */
export interface LogPart {
  /** As it is shown. */
  readonly file: string;
  /** Its bytes, in pieces of any length; they can be gone through more than once. */
  chunks(): Iterable<Buffer>;
}

/** A line as it was found, without its line break. */
export interface FoundLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly bytes: Buffer;
  /** It has a line break. */
  readonly isWhole: boolean;
}

/** No line of ours comes near that. */
const LONGEST_LINE = 16_000_000;

/** The lines of the log, one after another. A line without an end is cut off at 16 MB, and the last one. */
export function* linesOf(parts: Iterable<LogPart>): Generator<FoundLine> {
  for (const part of parts) {
    const { file } = part;
    let line = 1;
    let begun: Buffer[] = [];
    let length = 0;
    for (const chunk of part.chunks()) {
      for (let at = 0; at < chunk.length;) {
        const end = chunk.indexOf(10, at);
        const piece = chunk.subarray(at, end < 0 ? chunk.length : end);
        at = end < 0 ? chunk.length : end + 1;
        length += piece.length;
        if (end < 0) begun.push(piece);
        if (length > LONGEST_LINE) {
          yield { file, line, bytes: Buffer.concat([...begun]), isWhole: false };
          return;
        }
        if (end < 0) continue;
        const bytes = begun.length === 0 ? piece : Buffer.concat([...begun, piece]);
        yield { file, line: line++, bytes, isWhole: true };
        begun = [];
        length = 0;
      }
    }
    if (length > 0) yield { file, line, bytes: Buffer.concat(begun), isWhole: false };
  }
}
