import { statSync } from 'node:fs';
import { editionsOn, type Client } from '../core/client.ts';
import type { Platform } from '../core/model.ts';
import { expand, hasWildcard, placeValues, type Places } from '../core/paths.ts';
import { isGone } from '../machine/files/errno.ts';

/** A client of the user of which no program is where its file says. */
export interface AbsentProgram {
  readonly client: string;
  readonly file: string;
  /** The first program that the file names. */
  readonly program: string;
}

/**
 * The clients of the user none of whose programs is there. That is no mistake, as it may not be installed; but a
 * client whose path was mistyped is called gone for ever. What cannot be looked at counts as there.
 */
export function absentPrograms(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): readonly AbsentProgram[] {
  return clients.flatMap((client) => {
    if (client.origin === 'catalogue') return [];
    const roots = editionsOn(client, platform).flatMap((edition) => edition.roots);
    const programs = roots.map(({ exe, script = exe, sandbox }) =>
      sandbox !== undefined || hasWildcard(script.replace(/^\{\w+\}/, ''))
        ? undefined
        : expand(script, placeValues(places)),
    );
    const [program] = programs;
    const isAbsent = programs.every((one) => one !== undefined && isNothingAt(one));
    return program !== undefined && isAbsent
      ? [{ client: client.id, file: client.origin.file, program }]
      : [];
  });
}

function isNothingAt(file: string): boolean {
  try {
    statSync(file);
    return false;
  } catch (error) {
    return isGone(error);
  }
}
