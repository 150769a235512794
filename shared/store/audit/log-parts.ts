import { closeSync, constants, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LogPart } from '../../audit/verify/log-part.ts';
import { segmentsIn } from './segments.ts';

/** Large enough that reading costs little, small enough to be no burden. */
const CHUNK = 4_194_304;

/** A file of a log, read in pieces. Its `chunks` throw the system's error. */
export const logPart = (file: string): LogPart => ({
  file,
  *chunks() {
    const fd = openSync(file, constants.O_RDONLY);
    try {
      for (;;) {
        const bytes = Buffer.allocUnsafe(CHUNK);
        const count = readSync(fd, bytes, 0, CHUNK, null);
        if (count === 0) return;
        yield bytes.subarray(0, count);
      }
    } finally {
      closeSync(fd);
    }
  },
});

/** The files of a log: those of a folder, in order, or the file itself. Throws the system's error. */
export const partsAt = (place: string): readonly LogPart[] =>
  statSync(place).isDirectory()
    ? segmentsIn(place).map(({ file }) => logPart(file))
    : [logPart(place)];

/** The checkpoints in a folder, or the file itself. Throws the system's error. */
export const checkpointsAt = (place: string): readonly string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith('.checkpoint'))
        .sort()
        .map((name) => path.join(place, name))
    : [place];
