import { asError } from '../../core/as-error.ts';
import type { Known } from '../../core/known.ts';
import type { Thing, TrashFiles } from '../files/disk.ts';
import { codeOf, isGone } from '../files/errno.ts';
import type { Trashed } from '../files/disk.ts';
import { isStill } from '../files/unit.ts';
import { inTrash, macosTrashes, NotSeenInTrash } from '../seen-in-trash.ts';
import { askScript } from './osascript.ts';
import type { Starter } from './programs.ts';
import script from './trash.jxa.js.ts';

/** Arguments may be 1 MB in all (ARG_MAX), each path at most 1 kB and thrice that when encoded. */
export const BATCH = 200;
const TRASH_MS = 120_000;

/**
 * Moves things into the Trash of macOS, many at a time, and looks afterwards at each: what is still in its
 * place was not moved, whatever was answered, and what left it was moved only where the system names its new
 * place or it is seen there. One that took another's place before stays.
 */
export async function toTrash(
  starter: Starter,
  uid: number,
  things: readonly Thing[],
  own?: TrashFiles,
): Promise<readonly Trashed[]> {
  const answers: Trashed[] = [];
  for (let at = 0; at < things.length; at += BATCH)
    answers.push(...(await batch(starter, uid, things.slice(at, at + BATCH), own)));
  return answers;
}

async function batch(
  starter: Starter,
  uid: number,
  things: readonly Thing[],
  own: TrashFiles | undefined,
): Promise<readonly Trashed[]> {
  const there = things.filter(isThere);
  const said =
    there.length === 0
      ? []
      : await move(
          starter,
          there.map(({ file }) => file),
          own,
        );
  const arrived = inTrash(things.flatMap(({ file }) => macosTrashes(starter.home, file, uid)));
  return things.map((thing) => {
    const at = there.indexOf(thing);
    if (at < 0) return { trashed: false, code: 'changed', why: '' };
    const { to, code, why } = Array.isArray(said) ? fieldsOf(said[at]) : fieldsOf(said);
    if (!isThere(thing)) return to ? { trashed: true, to } : arrived(thing.identity);
    return { trashed: false, code: DENIED.has(code) ? 'denied' : 'no-trash', why };
  });
}

/** What was said of each, or one fault of all. */
async function move(
  starter: Starter,
  files: readonly string[],
  own: TrashFiles | undefined,
): Promise<unknown> {
  if (own) {
    try {
      await own(files);
      return [];
    } catch (error) {
      // Nothing of the person went there; the system has a way of its own.
      if (!(error instanceof NotSeenInTrash)) return fault(error);
    }
  }
  const answer: Known<unknown> = await askScript(starter, {
    language: 'JavaScript',
    script,
    args: files.map(encodeURIComponent),
    timeoutMs: TRASH_MS,
  });
  return answer.known ? answer.value : { why: answer.why.detail ?? answer.why.code };
}

const fault = (error: unknown): unknown => ({
  why: asError(error).message,
});

/** NSFileReadNoPermissionError and NSFileWriteNoPermissionError (FoundationErrors.h). */
const DENIED: ReadonlySet<unknown> = new Set([257, 513]);

/** What the script says of one file; it may say nothing that we understand. */
function fieldsOf(said: unknown): {
  readonly to: string;
  readonly code: unknown;
  readonly why: string;
} {
  const one = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  const text = (value: unknown): string => {
    try {
      return typeof value === 'string' ? decodeURIComponent(value) : '';
    } catch {
      return String(value);
    }
  };
  return { to: text(one['to']), code: one['code'], why: text(one['why']) };
}

function isThere({ file, identity }: Thing): boolean {
  try {
    return isStill(file, identity);
  } catch (error) {
    if (isGone(error)) return false;
    throw new Error(`${file}: ${codeOf(error)}`, { cause: error });
  }
}
