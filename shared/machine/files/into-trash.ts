import { lstatSync, type Stats } from 'node:fs';
import type { Thing } from './disk.ts';
import { codeOf } from './fault.ts';
import { homeOf } from './aside.ts';
import { partsOf } from './as-trashed.ts';
import { asListed, isUntouched } from './find.ts';
import { remake } from './folder.ts';
import { onDisk, shown } from './names.ts';
import { markOf } from './print.ts';
import type { Reading } from './reading.ts';
import { stays, type Job } from './remove.ts';
import type { Trashed } from './disk.ts';
import { inode, isWhere, stampOf, type Unit } from './unit.ts';

/** Moves units into the trash: a whole folder in one step, of any other only its own files. */
export async function removeIntoTrash(job: Job, units: readonly Unit[]): Promise<void> {
  for (const unit of units) {
    // What does not arrive there is lost: nothing is sent after it.
    if (job.refusals.some(({ code }) => code === 'not-in-trash')) return;
    if (!(await job.permit.holds())) return;
    try {
      await oneUnit(job, unit);
    } catch (error) {
      job.refusals.push(stays(unit, 'denied', codeOf(error)));
    }
    job.order.onProgress?.(job.tally.files, job.tally.bytes);
  }
}

async function oneUnit(job: Job, unit: Unit): Promise<void> {
  const { permit, place, refusals, tally } = job;
  const changed = (detail?: string): void => void refusals.push(stays(unit, 'changed', detail));
  const isQuick = unit.whole && place.bringBack !== undefined && isUntouched(unit);
  const now = isQuick ? undefined : await asListed(place.question(), unit);
  // Something appeared in it, vanished from it, or took its place since it was shown.
  if (!isQuick && !now) return changed();
  // A large folder takes its time to look at.
  if (!(await permit.holds())) return;
  if (!isWhere(unit, place.question().mounts)) return changed();
  if (!unit.whole) return now && someFiles(job, unit, now);
  const { mode } = lstatSync(onDisk(unit.path));
  const thing = { file: unit.path, identity: unit.identity };
  const went = await trash(job, thing);
  if (!went.trashed) return void refusals.push(stays(unit, went.code, went.why));
  // Out of reach of those who know its path, it is looked at once more.
  if (place.bringBack && !(await asListed(place.question(), unit, went.to))) {
    const stay = place.bringBack(thing, went.to);
    return changed(stay.length === 0 ? undefined : `in the trash: ${shown(stay.join(', '))}`);
  }
  const { identity } = unit;
  job.trashed.push({ from: homeOf(unit.path), to: went.to, identity, parts: partsOf(unit) });
  if (unit.keepFolder) remake(unit, mode);
  for (const { files, bytes, linked } of unit.slices) tally.add(files, bytes, linked);
}

async function someFiles(job: Job, unit: Unit, now: Reading): Promise<void> {
  const { batch: size = 1 } = job.place;
  for (let first = 0; first < now.goes.length; first += size) {
    if (!job.permit.isFresh && !(await job.permit.holds())) return;
    const batch: (Required<Thing> & { readonly own: Stats })[] = [];
    let changed = false;
    for (let at = first; at < Math.min(first + size, now.goes.length) && !changed; at++) {
      const file = `${unit.path}/${now.goes[at]}`;
      const own = lstatSync(onDisk(file));
      const identity = `${inode(own)} in ${unit.slices[0]?.identity}`;
      if (markOf(now.goes[at] ?? '', own) === now.marks[at])
        batch.push({ file, own, identity, stamp: stampOf(own) });
      else changed = true;
    }
    const went = await job.place.trash(batch);
    let failed: Exclude<Trashed, { trashed: true }> | undefined;
    for (const [at, { own, file, identity, stamp }] of batch.entries()) {
      const one = went[at] ?? SILENT;
      if (!one.trashed) {
        failed ??= one;
        continue;
      }
      job.trashed.push({ from: homeOf(file), to: one.to, identity, stamp });
      const bytes = own.blocks * 512;
      const linked = [{ key: inode(own), names: own.nlink, bytes }];
      job.tally.add(1, own.nlink === 1 ? bytes : 0, own.nlink === 1 ? [] : linked);
    }
    job.order.onProgress?.(job.tally.files, job.tally.bytes);
    if (failed) return void job.refusals.push(stays(unit, failed.code, failed.why));
    if (changed) return void job.refusals.push(stays(unit, 'changed'));
  }
}

/** A trash that says nothing about a thing has not taken it. */
const SILENT: Trashed = { trashed: false, code: 'no-trash', why: 'no answer' };

const trash = async ({ place }: Job, thing: Thing): Promise<Trashed> =>
  (await place.trash([thing]))[0] ?? SILENT;
