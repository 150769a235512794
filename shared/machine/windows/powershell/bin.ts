import { lstatSync } from 'node:fs';
import type { Thing, TrashFiles } from '../../files/disk.ts';
import { codeOf } from '../../files/fault.ts';
import { onDisk } from '../../files/names.ts';
import type { Trashed } from '../../files/trash.ts';
import { isStill } from '../../files/unit.ts';
import { answersAt, textAt, wordAt } from './shape.ts';
import { question, type Starter } from './starter.ts';

const TRASH_MS = 120_000;

/** Looks afterwards at each: what is still in its place was not moved, whatever was answered. */
export async function toBin(
  starter: Starter,
  things: readonly Thing[],
  own?: TrashFiles,
): Promise<readonly Trashed[]> {
  const same = things.filter(({ file, identity }) => isStill(file, identity));
  const paths = same.map(({ file }) => file);
  const said = paths.length === 0 ? [] : await move(starter, paths, own);
  return things.map((thing) => {
    const at = same.indexOf(thing);
    if (at < 0) return { trashed: false, code: 'changed', why: '' };
    if (!lstatSync(onDisk(thing.file), { throwIfNoEntry: false }))
      return { trashed: true, to: 'recycle bin' };
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
      return paths.map(() => ({ state: 'trashed', detail: '' }));
    } catch (error) {
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
