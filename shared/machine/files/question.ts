import type { FileJudge, Selection } from '../../core/files.ts';
import type { Tier } from '../../core/model.ts';

/** What to look for, and what must stay whatever is found. */
export interface Question {
  /** The data roots: they stay themselves, whatever goes in them. */
  readonly roots: readonly string[];
  readonly selections: readonly Selection[];
  readonly judge: FileJudge;
  readonly tiers: readonly Tier[];
  /** Our own owner id; what belongs to somebody else stays. */
  readonly uid: number;
  /** Where something is mounted. */
  readonly mounts: ReadonlySet<string>;
  readonly limit?: number;
}
