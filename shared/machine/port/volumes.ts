import type { Known } from '../../core/known.ts';

/** A disk or stick that is mounted. */
export interface Volume {
  /** Where it is mounted. */
  readonly place: string;
  /** What its file system is called since it was made: its UUID, of FAT and exFAT its serial number (`1A2B-3C4D`). */
  readonly id: string;
}

/** What is mounted, as far as it has an id. */
export interface Volumes {
  mounted(): Promise<Known<readonly Volume[]>>;
}
