import { lstatSync } from 'node:fs';
import type { Thing } from './disk.ts';
import { codeOf } from './errno.ts';
import { originalPath } from './quarantine.ts';
import { partsOf } from './as-trashed.ts';
import { asListed, isUntouched } from './list.ts';
import { remake } from './folder.ts';
import { onDisk, shown } from './names.ts';
import { markOf } from './fingerprint.ts';
import type { Reading } from './read-folder.ts';
import { stays } from './removal-job.ts';
import { type Job } from './removal-job.ts';
import type { Trashed } from './disk.ts';
import { inode, isWhere, stampOf, type RemovalUnit } from './unit.ts';

/** One thing that is ready for the trash, and what is counted once it has arrived there. */
interface Ready {
  readonly unit: RemovalUnit;
  readonly thing: Thing;
  readonly count: () => void;
}

/**
 * Moves units into the trash: a whole folder in one step, of any other only its own files. Things of several units
 * are handed over together where the trash takes many at once.
 */
export async function moveToTrash(job: Job, units: readonly RemovalUnit[]): Promise<void> {
  const moving = new Moving(job);
  for (const unit of units) {
    if (moving.isOver || !(await job.lease.holds())) break;
    try {
      await oneUnit(job, moving, unit);
    } catch (error) {
      job.refusals.push(stays(unit, 'denied', codeOf(error)));
    }
    job.order.onProgress?.(job.byteCount.files, job.byteCount.bytes);
  }
  await moving.flush();
}

async function oneUnit(job: Job, moving: Moving, unit: RemovalUnit): Promise<void> {
  const { lease, place, refusals, byteCount } = job;
  const changed = (): void => void refusals.push(stays(unit, 'changed'));
  const isQuick = unit.whole && place.bringBack !== undefined && isUntouched(unit);
  const now = isQuick ? undefined : await asListed(place.question(), unit);
  // Something appeared in it, vanished from it, or took its place since it was shown.
  if (!isQuick && !now) return changed();
  // A large folder takes its time to look at.
  if (!(await lease.holds())) return;
  if (!isWhere(unit, place.question().mounts)) return changed();
  if (!unit.whole) return now && someFiles(job, moving, unit, now);
  const { mode } = lstatSync(onDisk(unit.path));
  const thing = { file: unit.path, identity: unit.identity };
  const count = (): void => {
    if (unit.keepFolder) remake(unit, mode);
    for (const { files, bytes, linked } of unit.slices) byteCount.add(files, bytes, linked);
  };
  await moving.add({ unit, thing, count });
}

async function someFiles(job: Job, moving: Moving, unit: RemovalUnit, now: Reading): Promise<void> {
  for (const [at, name] of now.goes.entries()) {
    if (!job.lease.isFresh && !(await job.lease.holds())) return;
    const file = `${unit.path}/${name}`;
    const own = lstatSync(onDisk(file));
    if (markOf(name, own) !== now.marks[at]) return void job.refusals.push(stays(unit, 'changed'));
    const identity = `${inode(own)} in ${unit.slices[0]?.identity}`;
    const thing = { file, identity, stamp: stampOf(own) };
    const bytes = own.blocks * 512;
    const linked = [{ key: inode(own), names: own.nlink, bytes }];
    const count = (): void => {
      job.byteCount.add(1, own.nlink === 1 ? bytes : 0, own.nlink === 1 ? [] : linked);
    };
    await moving.add({ unit, thing, count });
    if (moving.isOver || moving.failed.has(unit)) return;
  }
}

/** A trash that says nothing about a thing has not taken it. */
const SILENT: Trashed = { trashed: false, code: 'no-trash', why: 'no answer' };

/** Hands things to the trash, as many at once as it takes. */
class Moving {
  /** Units of which something stayed: nothing more of them is moved. */
  readonly failed = new Set<RemovalUnit>();
  /** What does not arrive in the trash is lost: nothing is sent after it. */
  isOver = false;
  private readonly job: Job;
  private ready: Ready[] = [];

  constructor(job: Job) {
    this.job = job;
  }

  async add(one: Ready): Promise<void> {
    this.ready.push(one);
    if (this.ready.length >= (this.job.place.batch ?? 1)) await this.flush();
  }

  async flush(): Promise<void> {
    const { lease, order, byteCount } = this.job;
    const all = this.ready;
    this.ready = [];
    if (all.length === 0 || !(await lease.holds())) return;
    const went = await this.handOver(all.map(({ thing }) => thing));
    for (const [at, one] of all.entries()) await this.take(one, went[at] ?? SILENT);
    order.onProgress?.(byteCount.files, byteCount.bytes);
  }

  /** Who breaks in the middle may have moved some: what left its place then was not seen to arrive. */
  private async handOver(things: readonly Thing[]): Promise<readonly Trashed[]> {
    try {
      return await this.job.place.trash(things);
    } catch (error) {
      const why = codeOf(error);
      return things.map(({ file }) => ({
        trashed: false,
        code: lstatSync(onDisk(file), { throwIfNoEntry: false }) ? 'no-trash' : 'not-in-trash',
        why,
      }));
    }
  }

  private async take({ unit, thing, count }: Ready, went: Trashed): Promise<void> {
    const { place, refusals, trashed } = this.job;
    if (!went.trashed) {
      if (went.code === 'not-in-trash') this.isOver = true;
      if (!this.failed.has(unit)) refusals.push(stays(unit, went.code, went.why));
      return void this.failed.add(unit);
    }
    // Out of reach of those who know its path, it is looked at once more.
    if (unit.whole && place.bringBack && !(await asListed(place.question(), unit, went.to))) {
      const stay = await place.bringBack(thing, went.to);
      const detail = stay.length === 0 ? undefined : `in the trash: ${shown(stay.join(', '))}`;
      return void refusals.push(stays(unit, 'changed', detail));
    }
    const { identity, stamp } = thing;
    const what = unit.whole ? { parts: partsOf(unit) } : stamp === undefined ? {} : { stamp };
    trashed.push({ from: originalPath(thing.file), to: went.to, identity, ...what });
    count();
  }
}
