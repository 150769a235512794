import type { Client } from '../core/client.ts';
import type { Recognizer } from '../core/identify.ts';
import type { Observation, Outcome, Refusal, Request } from '../core/model.ts';
import type { Removed, Moved } from '../core/receipt.ts';
import type { RunContext } from './context.ts';

/** What every step needs to know. */
export interface Job {
  readonly context: RunContext;
  readonly client: Client;
  readonly recognize: Recognizer;
  readonly request: Request;
}

/** What one step came to. */
export interface StepResult {
  readonly outcomes: readonly Outcome[];
  readonly refusals?: readonly Refusal[];
  readonly removed?: Removed;
  readonly moved?: Moved;
  /** Nothing that was asked here reached anybody. */
  readonly unasked?: true;
  /** A full look after which nothing was done. */
  readonly seen?: Observation;
}

/** What a whole plan came to. */
export interface ActResult {
  readonly outcomes: readonly Outcome[];
  readonly refusals: readonly Refusal[];
  readonly removed?: Removed;
  readonly moved?: Moved;
  readonly seen?: Observation;
}
