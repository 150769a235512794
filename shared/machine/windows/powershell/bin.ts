import { lstatSync } from 'node:fs';
import type { Thing, TrashFiles } from '../../files/disk.ts';
import { codeOf } from '../../files/fault.ts';
import { onDisk } from '../../files/names.ts';
import type { Trashed } from '../../files/disk.ts';
import { isStill } from '../../files/unit.ts';
import { inTrash, NotSeenInTrash, windowsBins } from '../../seen-in-trash.ts';
import { isPlainPath } from '../plain-name.ts';
import { answersAt, textAt, wordAt } from './shape.ts';
import { question, type Starter } from './starter.ts';

const TRASH_MS = 120_000;
const OTHER_NAME = 'the recycle bin takes this name for another one';

/**
 * Looks afterwards at each: what is still in its place was not moved, whatever was answered, and what left it
 * was moved only where Windows says so or it is seen in the bin.
 */
export async function toBin(
  starter: Starter,
  things: readonly Thing[],
  own?: TrashFiles,
  bins: (file: string) => readonly string[] = windowsBins,
): Promise<readonly Trashed[]> {
  const same = things.filter(({ file, identity }) => isStill(file, identity));
  const plain = same.filter(({ file }) => isPlainPath(file));
  const paths = plain.map(({ file }) => file);
  const said = paths.length === 0 ? [] : await move(starter, paths, own);
  const arrived = inTrash(things.flatMap(({ file }) => bins(file)));
  return things.map((thing) => {
    if (!same.includes(thing)) return { trashed: false, code: 'changed', why: '' };
    const at = plain.indexOf(thing);
    if (at < 0) return { trashed: false, code: 'no-trash', why: OTHER_NAME };
    if (!lstatSync(onDisk(thing.file), { throwIfNoEntry: false }))
      return said[at]?.state === 'trashed'
        ? { trashed: true, to: 'recycle bin' }
        : arrived(thing.identity);
    const { state, detail } = said[at] ?? { state: 'failed', detail: '' };
    return { trashed: false, code: state === 'denied' ? 'denied' : 'no-trash', why: detail };
  });
}

interface Moved {
  readonly state: 'trashed' | 'denied' | 'failed';
  readonly detail: string;
}

async function move(
  starter: Starter,
  paths: readonly string[],
  own?: TrashFiles,
): Promise<readonly Moved[]> {
  if (own) {
    try {
      await own(paths);
      // That it kept its promise does not say where they are.
      return paths.map(() => ({ state: 'failed', detail: 'no answer' }));
    } catch (error) {
      // Nothing of the person went there; Windows has a way of its own.
      if (!(error instanceof NotSeenInTrash))
        return paths.map(() => ({ state: 'failed', detail: codeOf(error) }));
    }
  }
  const moved = await question(starter, {
    ...{ verb: 'trash', paths, ms: TRASH_MS },
    read: (answer) =>
      answersAt(answer, 'results', paths.length, (one) => ({
        state: wordAt(one, 'state', ['trashed', 'denied', 'failed']),
        detail: textAt(one, 'detail'),
      })),
  });
  if (moved.known) return moved.value;
  const { code, detail } = moved.why;
  return paths.map(() => ({ state: 'failed', detail: detail ?? code }));
}
