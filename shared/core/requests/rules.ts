import type { Known } from '../known.ts';
import type { Outcome, Observation, Refusal, Step, Verdict } from '../model.ts';
import type { DenyRule, PlanInput } from '../plan-input.ts';
import type { Receipt } from '../receipt.ts';

/** What one kind of request means. */
export interface RequestRules {
  /** What it is about. A request about files asks nobody to leave, and may be asked about files by the system. */
  readonly about: 'programs' | 'windows' | 'files';
  /** What must be seen; where one of these is unknown, nothing is done. */
  readonly needs: (seen: Observation) => readonly Known<unknown>[];
  /** What else forbids it, in the order in which a person would ask. One refusal stops the whole request. */
  readonly denies: readonly DenyRule[];
  /** What is done, in order, where nothing forbids it. */
  readonly steps: (input: PlanInput) => readonly Step[];
  /** The verdict, where what is left of the client itself says `left`. */
  readonly judge: (
    left: Verdict,
    outcomes: readonly Outcome[],
    refusals: readonly Refusal[],
  ) => Verdict;
  /** Whether a receipt without refusals says that it was done as asked: exit code 0. */
  readonly isDone: (receipt: Pick<Receipt, 'verdict' | 'left'>) => boolean;
}
