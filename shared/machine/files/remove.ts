import type { Refusal, Removal } from '../../core/model.ts';
import type { RemovalOrder } from '../port/removal.ts';
import type { Thing } from './disk.ts';
import type { Found } from './list.ts';
import { erase } from './erase.ts';
import { giveBack, sweep } from './move-home.ts';
import { shown } from './names.ts';
import { RemovalLease } from './removal-lease.ts';
import { moveToTrash } from './move-to-trash.ts';
import { ByteCount } from './byte-count.ts';
import type { Job, RemovalPlace } from './removal-job.ts';

/**
 * The one function that removes, and it takes nothing but what was listed. Each folder is checked again
 * right before it goes: the client is gone, nobody has a file open, it is the same folder, and every
 * file in it is the one that was listed and may still go. Never throws: what went is told, and why the
 * rest stayed.
 */
export async function removeUnits(
  { units, listing, quarantines }: Pick<Found, 'units' | 'listing' | 'quarantines'>,
  order: RemovalOrder,
  place: RemovalPlace,
): Promise<Removal> {
  const lease = new RemovalLease(order, () => place.inUse());
  const byteCount = new ByteCount();
  const job: Job = { order, place, lease, byteCount, refusals: [...listing.refusals], trashed: [] };
  await (order.permanently ? erase(job, units) : moveToTrash(job, units));
  if (lease.refusal) job.refusals.push(lease.refusal);
  else if (!lease.stopped)
    for (const quarantined of quarantines) finishQuarantine(job, quarantined);
  const { files, bytes } = byteCount;
  const kept = job.trashed.length > 0 ? place.keepTrashed?.(job.trashed, { files, bytes }) : {};
  return {
    files,
    bytes,
    to: order.permanently ? 'nowhere' : 'trash',
    refusals: once(job.refusals),
    ...kept,
    ...(lease.stopped ? { stopped: true } : {}),
  };
}

/** Nothing that has to stay remains where its client does not find it. */
function finishQuarantine({ refusals }: Job, quarantined: Thing): void {
  for (const file of giveBack(quarantined))
    refusals.push({ code: 'protected', subject: shown(file), detail: 'set aside' });
  sweep(quarantined);
}

const once = (refusals: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(refusals.map((one) => [`${one.code} ${one.subject}`, one])).values(),
];
