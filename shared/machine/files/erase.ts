import { lstatSync } from 'node:fs';
import { posix as path } from 'node:path';
import { originalPath, putBack, quarantine, type Quarantine } from './quarantine.ts';
import { eraseAll } from './erase-pool.ts';
import type { EraseTask } from './eraser.ts';
import { codeOf, isGone } from './errno.ts';
import { remake } from './folder.ts';
import { sweep } from './move-home.ts';
import { onDisk, shown } from './names.ts';
import { stays } from './removal-job.ts';
import { type Job } from './removal-job.ts';
import { removeEmptied } from './emptied.ts';
import { holderOf, identityOf, isWhere, type RemovalUnit } from './unit.ts';

/** A unit, and where it is while it is being removed. */
interface Moved extends Quarantine {
  readonly unit: RemovalUnit;
}

/**
 * Removes units for good: first all of them are set aside, which takes them out of sight at once, then
 * their files are erased, and what had to stay is put back.
 */
export async function erase(job: Job, units: readonly RemovalUnit[]): Promise<void> {
  const { lease, place, order, byteCount, refusals } = job;
  const moved: Moved[] = [];
  for (const unit of units) {
    if (!(await lease.holds())) break;
    const at = outOfSight(job, unit);
    if (at !== undefined) moved.push({ ...at, unit });
  }
  const erased = await eraseAll({
    shares: moved.flatMap(sharesOf),
    terms: place.question().terms,
    lease,
    worker: place.worker,
    worthWorkers: place.worthWorkers,
    onProgress: (files, bytes) => order.onProgress?.(files, bytes),
  });
  for (const one of erased) {
    byteCount.add(one.files, one.bytes, one.linked);
    refusals.push(...one.refusals);
  }
  for (const one of moved) if (one.unit.whole) finish(job, one);
}

/** Where a unit is from now on; undefined where it stays, and why is noted. */
function outOfSight({ refusals, place }: Job, unit: RemovalUnit): Quarantine | undefined {
  try {
    if (!isWhere(unit, place.question().mounts)) {
      refusals.push(stays(unit, 'changed'));
      return undefined;
    }
    // The files of a folder that stays go where they are; what is aside already is finished there.
    if (!unit.whole || originalPath(unit.path) !== unit.path) return { at: unit.path };
    const { mode } = lstatSync(onDisk(unit.path));
    const quarantined = quarantine(unit.path, unit.identity);
    if (quarantined === undefined) refusals.push(stays(unit, 'changed'));
    else if (unit.keepFolder && quarantined.at !== unit.path) remake(unit, mode);
    return quarantined;
  } catch (error) {
    refusals.push(stays(unit, isGone(error) ? 'changed' : 'denied', codeOf(error)));
    return undefined;
  }
}

const sharesOf = ({ unit, at }: Moved): readonly EraseTask[] =>
  unit.slices.map((slice) => ({
    slice,
    whole: unit.whole,
    at: `${at}${slice.path.slice(unit.path.length)}`,
  }));

/** Takes away the folders that are empty now, innermost first, and puts the rest back. */
function finish({ refusals, lease }: Job, moved: Moved): void {
  const { unit, at, ours } = moved;
  const mode = lstatSync(onDisk(at), { throwIfNoEntry: false })?.mode;
  const holder = ours ?? holderOf(unit.identity);
  const denied = removeEmptied(sharesOf(moved), holder);
  const isLeft = identityOf(at) !== undefined;
  if (isLeft && ours !== undefined) putBack({ at, ours }, unit.identity);
  if (!isLeft && ours === undefined && unit.keepFolder && mode !== undefined) remake(unit, mode);
  // Something that was not listed keeps the folder, if nothing else told why it stays.
  const subject = shown(originalPath(unit.path));
  const isReported = refusals.some((one) => one.subject.startsWith(subject));
  if (isLeft && !isReported && !lease.isLost)
    refusals.push(stays(unit, denied === undefined ? 'changed' : 'denied', denied));
  if (ours !== undefined)
    sweep({ file: path.dirname(at), identity: `${ours} in ${holderOf(unit.identity)}` });
}
