import { chmodSync, lstatSync, mkdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import type { Refusal, Removal } from '../../core/model.ts';
import type { RemovalOrder } from '../machine.ts';
import { homeOf, putBack, setAside, sweep } from './aside.ts';
import { erase } from './erase.ts';
import { codeOf } from './fault.ts';
import { Links } from './links.ts';
import { onDisk, shown } from './names.ts';
import { Permit } from './permit.ts';
import type { Question } from './question.ts';
import { toTrash } from './trash.ts';
import { identityOf, type Unit } from './unit.ts';
import { findAgain, type Found } from './walk.ts';

export interface RemovalPlace {
  readonly dataHome: string;
  readonly now: () => number;
  /** What was asked when the files were found, with the mounts of this moment. */
  question(): Question;
  /** Why nothing may be touched now: somebody has a file open below the data roots, or we are blind. */
  inUse(): Refusal | undefined;
}

/** What became of one unit. */
interface Went {
  readonly files: number;
  readonly bytes: number;
  readonly refusals: readonly Refusal[];
}

/**
 * The one function that removes. Each unit is checked again right before it goes: the client is gone,
 * nobody has a file open, it is the same folder, and every file in it may still go. Never throws: what
 * went is told, and why the rest stayed.
 */
export async function removeUnits(
  found: Found,
  order: RemovalOrder,
  place: RemovalPlace,
): Promise<Removal> {
  const permit = new Permit(order, () => place.inUse());
  const links = new Links();
  const refusals = [...found.refusals];
  let [files, bytes] = [0, 0];
  const one = async (unit: Unit): Promise<Went> => {
    const question = place.question();
    const counted = new Links(links);
    const now = findAgain(question, unit, counted);
    // Something appeared in it, vanished from it, or took its place since it was shown.
    if (now?.identity !== unit.identity || now.files !== unit.files) return stays(unit, 'changed');
    // A large folder takes its time to look at.
    if (!(await permit.holds())) return NOTHING;
    if (identityOf(unit.path) !== unit.identity) return stays(unit, 'changed');
    const progress = (n: number, size: number): void => order.onProgress?.(files + n, bytes + size);
    const went = order.permanently
      ? await forGood(now, place, permit, progress)
      : intoTrash(now, question, place);
    counted.went();
    return went;
  };
  for (const unit of found.units) {
    if (!(await permit.holds())) break;
    const went = await one(unit).catch((error: unknown) => stays(unit, 'denied', codeOf(error)));
    files += went.files;
    bytes += went.bytes;
    refusals.push(...went.refusals);
    if (went.files > 0) order.onProgress?.(files, bytes);
  }
  if (permit.refusal) refusals.push(permit.refusal);
  else found.asides.forEach(sweep);
  return {
    files,
    bytes,
    to: order.permanently ? 'nowhere' : 'trash',
    refusals: once(refusals),
    ...(permit.stopped ? { stopped: true } : {}),
  };
}

const once = (refusals: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(refusals.map((one) => [`${one.code} ${one.subject}`, one])).values(),
];

const NOTHING: Went = { files: 0, bytes: 0, refusals: [] };

const stays = (unit: Unit, code: Refusal['code'], detail?: string): Went => ({
  ...NOTHING,
  refusals: [{ code, subject: shown(homeOf(unit.path)), ...(detail ? { detail } : {}) }],
});

function intoTrash(unit: Unit, { uid }: Question, { dataHome, now }: RemovalPlace): Went {
  const { mode } = lstatSync(onDisk(unit.path));
  const went = toTrash(unit.path, unit.identity, dataHome, uid, new Date(now()));
  if (!went.trashed) return stays(unit, went.code, went.why);
  if (unit.keepFolder) makeAgain(unit.path, mode);
  return { files: unit.files, bytes: unit.bytes, refusals: [] };
}

async function forGood(
  unit: Unit,
  place: RemovalPlace,
  permit: Permit,
  onProgress: (files: number, bytes: number) => void,
): Promise<Went> {
  const { mode, nlink, blocks } = lstatSync(onDisk(unit.path));
  if (!unit.isFolder) {
    unlinkSync(onDisk(unit.path));
    return { files: 1, bytes: nlink === 1 ? blocks * 512 : 0, refusals: [] };
  }
  // What an interrupted run had set aside is finished where it is.
  const isAside = homeOf(unit.path) !== unit.path;
  const at = isAside ? unit.path : setAside(unit.path, unit.identity);
  if (at === undefined) return stays(unit, 'changed');
  if (unit.keepFolder) makeAgain(unit.path, mode);
  const went = await erase(at, place.question(), permit, onProgress);
  if (at === unit.path) {
    if (unit.keepFolder) makeAgain(unit.path, mode);
  } else {
    if (identityOf(at) !== undefined) putBack(at, unit.path);
    sweep(path.dirname(at));
  }
  return went;
}

/** A folder that cannot be made now (a full disk) is made by the client when it starts. */
function makeAgain(folder: string, mode: number): void {
  try {
    mkdirSync(onDisk(folder));
    chmodSync(onDisk(folder), mode & 0o7777);
  } catch {
    return;
  }
}
