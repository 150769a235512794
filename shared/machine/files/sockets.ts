import { readFileSync } from 'node:fs';
import { known, unknown, type Known } from '../../core/known.ts';
import { codeOf } from './errno.ts';
import { fromDisk } from './names.ts';

/** Where the kernel lists them (proc(5)). */
export const UNIX_SOCKETS = '/proc/net/unix';

/** Paths of the sockets that somebody holds open; one that is not among them is a ghost. */
export function socketsInUse(file: string | undefined): Known<ReadonlySet<string>> {
  if (file === undefined) return unknown('unsupported');
  try {
    const lines = fromDisk(readFileSync(file)).split('\n');
    return known(
      new Set(lines.flatMap((line) => /^(?:\S+ +){6}\d+ (\/.*)$/.exec(line)?.[1] ?? [])),
    );
  } catch (error) {
    return unknown('failed', codeOf(error));
  }
}
