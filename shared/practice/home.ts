import { randomBytes } from 'node:crypto';
import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { readRegular } from '../machine/files/read-regular.ts';
import { PracticeFault } from './fault.ts';

/** Where everything of one practice client is. */
export interface Home {
  readonly home: string;
  readonly rootScript: string;
  readonly helperScript: string;
  readonly stageScript: string;
  readonly data: string;
  /** Address of the private bus, escaped as the D-Bus specification wants it. */
  readonly bus: string;
  /** What our programs say on stderr. */
  readonly log: string;
}

const NAME = /^clean-exit-practice-[0-9a-f]{12}$/;

/** Identity is the path of these scripts, so each role has a file of its own. */
export const homeAt = (home: string): Home => ({
  home,
  rootScript: path.join(home, 'opt/practice/practice-client.mjs'),
  helperScript: path.join(home, 'opt/practice/PracticeAppEx.mjs'),
  stageScript: path.join(home, 'stage/practice-stage.mjs'),
  data: path.join(home, 'practice_files'),
  bus: `unix:path=${home.split('/').map(encodeURIComponent).join('/')}/bus`,
  log: path.join(home, 'stage/errors.log'),
});

/** A name that nobody has yet, known before the folder exists so that it can be written down first. */
export function newHome(temp: string): string {
  const home = path.join(
    realpathSync(temp),
    `clean-exit-practice-${randomBytes(6).toString('hex')}`,
  );
  refusePattern(home);
  return home;
}

/** The client file holds these paths as patterns, where they must mean themselves. */
export function refusePattern(file: string): void {
  if (/[*?[\]{}\\]/.test(file))
    throw new PracticeFault('unusable-folder', `${file} holds a character that means a pattern`);
}

/** Whether this is a home that we made, and not what somebody put in its place or into our note. */
export function isOurHome(home: string): boolean {
  const found = NAME.test(path.basename(home)) && lstatSync(home, { throwIfNoEntry: false });
  return found ? found.isDirectory() && found.uid === process.getuid?.() : false;
}

/**
 * The practice home that one of our two notes names: the state says it, and the client file by its root's
 * script. Undefined for any other file, whatever its name: that is somebody else's.
 */
export function homeNamedBy(file: string): string | undefined {
  try {
    const note = JSON.parse(readRegular(file, 'refuse').text) as Note;
    if (note.schema === 'clean-exit/practice/1' && typeof note.home === 'string') return note.home;
    const script = note.id === 'practice' && note.editions?.[0]?.roots?.[0]?.script;
    if (note.schema !== 'clean-exit/client/1' || typeof script !== 'string') return undefined;
    const home = path.resolve(script, '../../..');
    return NAME.test(path.basename(home)) && homeAt(home).rootScript === script ? home : undefined;
  } catch {
    return undefined;
  }
}

interface Note {
  readonly schema?: unknown;
  readonly id?: unknown;
  readonly home?: unknown;
  readonly editions?: readonly { readonly roots?: readonly { readonly script?: unknown }[] }[];
}
