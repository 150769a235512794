import { lstatSync } from 'node:fs';
import { codeOf } from './fault.ts';
import { asListed } from './find.ts';
import { makeAgain } from './folder.ts';
import { onDisk } from './names.ts';
import type { Reading } from './reading.ts';
import { stays, type Job } from './remove.ts';
import { toTrash, type Trashed } from './trash.ts';
import { inode, isWhere, type Unit } from './unit.ts';

/** Moves units into the trash: a whole folder in one step, of any other only its own files. */
export async function removeIntoTrash(job: Job, units: readonly Unit[]): Promise<void> {
  for (const unit of units) {
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
  const now = await asListed(place.question(), unit);
  // Something appeared in it, vanished from it, or took its place since it was shown.
  if (!now) return void refusals.push(stays(unit, 'changed'));
  // A large folder takes its time to look at.
  if (!(await permit.holds())) return;
  if (!isWhere(unit, place.question().mounts)) return void refusals.push(stays(unit, 'changed'));
  if (!unit.whole) return someFiles(job, unit, now);
  const { mode } = lstatSync(onDisk(unit.path));
  const went = trash(job, unit.path, unit.identity);
  if (!went.trashed) return void refusals.push(stays(unit, went.code, went.why));
  if (unit.keepFolder) makeAgain(unit.path, mode);
  for (const { files, bytes, linked } of unit.slices) tally.add(files, bytes, linked);
}

async function someFiles(job: Job, unit: Unit, now: Reading): Promise<void> {
  for (const [at, name] of now.goes.entries()) {
    if (!job.permit.isFresh && !(await job.permit.holds())) return;
    const file = `${unit.path}/${name}`;
    const own = lstatSync(onDisk(file));
    if (own.ino !== now.inodes[at]) return void job.refusals.push(stays(unit, 'changed'));
    const went = trash(job, file, `${inode(own)} in ${unit.slices[0]?.identity}`);
    if (!went.trashed) return void job.refusals.push(stays(unit, went.code, went.why));
    const bytes = own.blocks * 512;
    const linked = [{ key: inode(own), names: own.nlink, bytes }];
    job.tally.add(1, own.nlink === 1 ? bytes : 0, own.nlink === 1 ? [] : linked);
    job.order.onProgress?.(job.tally.files, job.tally.bytes);
  }
}

const trash = ({ place }: Job, file: string, identity: string): Trashed =>
  toTrash(file, identity, place.dataHome, place.question().terms.uid, new Date(place.now()));
