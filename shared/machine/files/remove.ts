import { chmodSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Refusal, Removal } from '../../core/model.ts';
import type { RemovalOrder } from '../machine.ts';
import { codeOf } from './fault.ts';
import { toTrash } from './trash.ts';
import { identityOf, type Unit } from './unit.ts';
import type { Found } from './walk.ts';

export interface RemovalPlace {
  readonly dataHome: string;
  readonly uid: number;
  readonly now: () => number;
  /** Looks at one unit again, with all of its files, as the first look did. */
  again(unit: Unit): Found;
  /** Who has a file open at or below this path; undefined for nobody. */
  holderOf(path: string): string | undefined;
}

/** How many units go between two checks that the client is still gone. */
const BATCH = 32;

/**
 * The one function that removes. Each unit is checked again right before it goes: the client is gone,
 * nobody has it open, it is the same folder, and every file in it may still go.
 */
export async function removeUnits(
  found: Found,
  order: RemovalOrder,
  place: RemovalPlace,
): Promise<Removal> {
  const refusals: Refusal[] = [...found.refusals];
  let [files, bytes] = [0, 0];
  for (const [at, unit] of found.units.entries()) {
    if (at % BATCH === 0) {
      const refused = await order.mayTouch();
      if (refused) {
        refusals.push(refused);
        break;
      }
    }
    const refused = whyNot(unit, place) ?? removeOne(unit, order.permanently, place);
    if (refused) refusals.push(refused);
    else {
      files += unit.files;
      bytes += unit.bytes;
      order.onProgress?.(files, bytes);
    }
  }
  return { files, bytes, to: order.permanently ? 'nowhere' : 'trash', refusals };
}

function whyNot(unit: Unit, place: RemovalPlace): Refusal | undefined {
  const holder = place.holderOf(unit.path);
  if (holder !== undefined) return { code: 'open-elsewhere', subject: unit.path, detail: holder };
  const [now] = place.again(unit).units;
  // Something appeared in it, vanished from it, or took its place since it was shown.
  const same =
    now?.path === unit.path && now.identity === unit.identity && now.files === unit.files;
  return same && identityOf(unit.path) === unit.identity
    ? undefined
    : { code: 'changed', subject: unit.path };
}

function removeOne(unit: Unit, permanently: boolean, place: RemovalPlace): Refusal | undefined {
  const { mode } = lstatSync(unit.path);
  const went = permanently
    ? aside(unit.path)
    : toTrash(unit.path, place.dataHome, place.uid, new Date(place.now()));
  if (!went.trashed)
    return permanently
      ? { code: 'denied', subject: unit.path, detail: went.why }
      : { code: 'no-trash', subject: unit.path, detail: went.why };
  if (unit.keepFolder) {
    mkdirSync(unit.path);
    chmodSync(unit.path, mode & 0o7777);
  }
  if (permanently) rmSync(went.to, { recursive: true, force: true });
  return undefined;
}

/** Out of the client's sight in one step, then removed at leisure. */
function aside(file: string): { trashed: true; to: string } | { trashed: false; why: string } {
  const to = path.join(path.dirname(file), `.clean-exit-${path.basename(file)}`);
  try {
    renameSync(file, to);
    return { trashed: true, to };
  } catch (error) {
    return { trashed: false, why: codeOf(error) };
  }
}
