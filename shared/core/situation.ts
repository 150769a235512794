import type { Client } from './client.ts';
import type { Observation, Platform, Policy, Refusal, Request, Step } from './model.ts';

/** All that a rule may look at. */
export interface Situation {
  readonly client: Client;
  readonly platform: Platform;
  readonly seen: Observation;
  readonly request: Request;
  readonly policy: Policy;
}

/** A rule that forbids: what it refuses, or nothing. One refusal stops the whole request. */
export type Prohibition = (situation: Situation) => readonly Refusal[];

/** A rule that takes steps away that must not be done, however they got there. */
export type Restraint = (steps: readonly Step[], situation: Situation) => readonly Step[];
