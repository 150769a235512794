import type { ByteCount } from './byte-count.ts';
import type { RemovalOrder } from '../port/removal.ts';
import type { Refusal, Removal } from '../../core/model.ts';
import type { Thing, Trashed, Disk, InTrash } from './disk.ts';
import type { InUse, RemovalLease } from './removal-lease.ts';
import type { ScanRequest } from './scan-request.ts';
import { shown } from './names.ts';
import { originalPath } from './quarantine.ts';
import type { RemovalUnit } from './unit.ts';

/** How much went. */
type Went = Pick<Removal, 'files' | 'bytes'>;
/** The name of the record, or why there is none. */
type RecordKept = Pick<Removal, 'record' | 'recordNotKept'>;

/** Where a removal puts things, and by whose hands. */
export interface RemovalPlace {
  /** Moves things into the trash; one answer for each. */
  trash(things: readonly Thing[]): Promise<readonly Trashed[]>;
  readonly bringBack?: Disk['bringBack'];
  /** Writes down what went into the trash; answers the name of the record. */
  readonly keepTrashed?: (trashed: readonly InTrash[], went: Went) => RecordKept;
  /** How many files are handed to it at once. */
  readonly batch?: number | undefined;
  /** The file that a worker runs, where there is one. */
  readonly worker: string | undefined;
  /** How many files are worth one; erase-pool.ts has the usual number. */
  readonly worthWorkers?: number;
  /** What was asked when the files were found, with the mounts of this moment. */
  question(): ScanRequest;
  readonly inUse: InUse;
}

/** What a removal works with, and what it came to so far. */
export interface Job {
  readonly order: RemovalOrder;
  readonly place: RemovalPlace;
  readonly lease: RemovalLease;
  readonly byteCount: ByteCount;
  readonly refusals: Refusal[];
  /** What was seen in the trash. */
  readonly trashed: InTrash[];
}

/** Why a unit was left where it is. */
export const stays = (unit: RemovalUnit, code: Refusal['code'], detail?: string): Refusal => ({
  code,
  subject: shown(originalPath(unit.path)),
  ...(detail ? { detail } : {}),
});
