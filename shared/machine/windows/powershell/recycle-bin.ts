import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Known } from '../../../core/known.ts';
import type { Thing, Trashed, TrashFiles } from '../../files/disk.ts';
import { codeOf } from '../../files/errno.ts';
import { onDisk } from '../../files/names.ts';
import { isStill } from '../../files/unit.ts';
import { inTrash, NotSeenInTrash, windowsBins } from '../../seen-in-trash.ts';
import { wouldBeNuked, type BinSettings } from '../bin-settings.ts';
import { HANGS, noTrash, OTHER_NAME, within } from '../no-bin.ts';
import { isPlainPath } from '../plain-name.ts';
import { binSettings } from './drives.ts';
import { answersAt, textAt, wordAt } from './shape.ts';
import { question, type Starter } from './starter.ts';

export interface BinOptions {
  /** A launcher's own way into the bin. */
  readonly own?: TrashFiles | undefined;
  /** Where the bins of a file's drive are. */
  readonly bins?: ((file: string) => readonly string[]) | undefined;
  /** How long all that is handed over at once may take. */
  readonly limitMs?: number;
}

type Settings = Known<BinSettings | undefined>;

/**
 * The recycle bin by PowerShell or a launcher. Neither is given what Windows would remove for good or take for
 * another file, nor anything after it once did not answer: a question may be on the screen. What is still in its place
 * was not moved, whatever was answered, and what left it was moved only where it is seen in the bin.
 */
export function recycleBin(
  starter: Starter,
  { own, bins = windowsBins, limitMs = 120_000 }: BinOptions = {},
): (things: readonly Thing[]) => Promise<readonly Trashed[]> {
  const asked = new Map<string, Promise<Settings>>();
  let hangs = false;

  const settingsOf = (drive: string): Promise<Settings> => {
    const settings = asked.get(drive) ?? binSettings(starter, drive);
    asked.set(drive, settings);
    return settings;
  };
  const refusal = async ({ file, identity }: Thing): Promise<Trashed | undefined> => {
    if (!isStill(file, identity)) return { trashed: false, code: 'changed', why: '' };
    if (hangs) return noTrash(HANGS);
    if (!isPlainPath(file)) return noTrash(OTHER_NAME);
    const drive = path.parse(file).root.slice(0, 2);
    const settings = await settingsOf(drive);
    if (!settings.known) return noTrash(settings.why.detail ?? settings.why.code);
    if (!settings.value) return noTrash(`no recycle bin on ${drive}`);
    const nuked = wouldBeNuked(settings.value, drive, file);
    return nuked === undefined ? undefined : noTrash(nuked);
  };
  const handOver = async (files: readonly string[]): Promise<readonly Moved[]> => {
    // PowerShell is ended when its time is over, and is waited for a little longer.
    const said = await within(2 * limitMs, move(starter, files, limitMs, own));
    hangs ||= said === undefined || said.some(({ detail }) => detail === HANGS);
    return said ?? files.map(() => ({ state: 'failed', detail: HANGS }));
  };

  return async (things) => {
    const refused = await Promise.all(things.map(refusal));
    const files = things.filter((_, at) => !refused[at]).map(({ file }) => file);
    const said = files.length === 0 ? [] : await handOver(files);
    const arrived = inTrash(things.flatMap(({ file }) => bins(file)));
    return things.map(({ file, identity }, at) => {
      const before = refused[at];
      if (before) return before;
      if (!lstatSync(onDisk(file), { throwIfNoEntry: false })) return arrived(identity);
      const { state, detail } = said[files.indexOf(file)] ?? { state: 'failed', detail: '' };
      return { trashed: false, code: state === 'denied' ? 'denied' : 'no-trash', why: detail };
    });
  };
}

interface Moved {
  readonly state: 'moved' | 'denied' | 'failed';
  readonly detail: string;
}

async function move(
  starter: Starter,
  paths: readonly string[],
  limitMs: number,
  own?: TrashFiles,
): Promise<readonly Moved[]> {
  const failed = (detail: string): readonly Moved[] =>
    paths.map(() => ({ state: 'failed', detail }));
  if (own) {
    try {
      const kept = await within(
        limitMs,
        own(paths).then(() => true),
      );
      // That it kept its promise does not say where they are.
      return failed(kept ? 'no answer' : HANGS);
    } catch (error) {
      // Nothing of the person went there; Windows has a way of its own.
      if (!(error instanceof NotSeenInTrash)) return failed(codeOf(error));
    }
  }
  const moved = await question(starter, {
    ...{ verb: 'trash', paths, ms: limitMs },
    read: (answer) =>
      answersAt(answer, 'results', paths.length, (one) => ({
        state: wordAt(one, 'state', ['moved', 'denied', 'failed']),
        detail: textAt(one, 'detail'),
      })),
  });
  if (moved.known) return moved.value;
  const { code, detail } = moved.why;
  return failed(code === 'timeout' ? HANGS : (detail ?? code));
}
