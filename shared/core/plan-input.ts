import type { Client } from './client.ts';
import type { Observation, Platform, Policy, Refusal, Request } from './model.ts';
import type { PolicyOrigin } from './policy.ts';
import type { Trigger } from './trigger.ts';

/** All that a rule may look at. */
export interface PlanInput {
  readonly client: Client;
  readonly platform: Platform;
  readonly seen: Observation;
  readonly request: Request;
  readonly policy: Policy;
  /** Who or what asks: the policy demands other proofs of a person than of a schedule. */
  readonly trigger: Trigger;
  /** Where its values are from. */
  readonly origin?: PolicyOrigin;
}

/** A rule that forbids: what it refuses, or nothing. One refusal stops the whole request. */
export type DenyRule = (input: PlanInput) => readonly Refusal[];
