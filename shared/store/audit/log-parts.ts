import { closeSync, constants, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { linesIn } from '../../audit/verify/log-part.ts';
import type { ReceivedFile } from '../../audit/verify/received.ts';
import { segmentsIn } from './segments.ts';
import { isCopy } from './ship-to-folder.ts';

/** Large enough that reading costs little, small enough to be no burden. */
const PIECE = 4_194_304;

/** A file of a log, read in pieces. Its methods throw the system's error. */
export function logFile(file: string): ReceivedFile {
  let window: { readonly from: number; readonly bytes: Buffer } = { from: 0, bytes: Buffer.of() };
  return {
    file,
    lines: () => linesIn(file, piecesOf(file)),
    bytes(offset, length) {
      const end = window.from + window.bytes.length;
      if (offset < window.from || offset + length > end) {
        const [bytes = Buffer.of()] = piecesOf(file, offset, Math.max(length, PIECE));
        window = { from: offset, bytes };
      }
      const at = offset - window.from;
      return window.bytes.subarray(at, at + length);
    },
  };
}

function* piecesOf(file: string, from = 0, length = PIECE): Generator<Buffer> {
  const fd = openSync(file, constants.O_RDONLY);
  try {
    for (let at = from; ;) {
      const bytes = Buffer.allocUnsafe(length);
      const count = readSync(fd, bytes, 0, length, at);
      if (count === 0) return;
      yield bytes.subarray(0, count);
      at += count;
    }
  } finally {
    closeSync(fd);
  }
}

/**
 * The files of a log: those of its own folder, in order; of a folder that it was shipped to, the copies in it; or the file
 * itself. Throws the system's error.
 */
export function partsAt(place: string): readonly ReceivedFile[] {
  if (!statSync(place).isDirectory()) return [logFile(place)];
  const own = segmentsIn(place).map(({ file }) => file);
  const names = own.length > 0 ? [] : readdirSync(place).filter(isCopy).sort();
  return [...own, ...names.map((name) => path.join(place, name))].map(logFile);
}

/** The checkpoints in a folder, or the file itself. Throws the system's error. */
export const checkpointsAt = (place: string): readonly string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith('.checkpoint'))
        .sort()
        .map((name) => path.join(place, name))
    : [place];
