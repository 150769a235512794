import type { Client } from '../core/client.ts';
import type { Recognizer } from '../core/identify.ts';
import type { Observation, Outcome, Plan, Policy, Refusal, Request, Step } from '../core/model.ts';
import type { Removed } from '../core/receipt.ts';
import type { Room } from '../exit.ts';
import { ask } from './ask.ts';
import { end } from './end.ts';
import { remove } from './remove.ts';
import { close, settle, waitFor } from './wait.ts';

/** What every step needs to know. */
export interface Job {
  readonly room: Room;
  readonly client: Client;
  readonly recognize: Recognizer;
  readonly policy: Policy;
  readonly request: Request;
}

/** What one step came to. */
export interface Done {
  readonly outcomes: readonly Outcome[];
  readonly refusals?: readonly Refusal[];
  readonly removed?: Removed;
  /** A full look after which nothing was done. */
  readonly seen?: Observation;
}

/** What a whole plan came to. */
export interface Deed {
  readonly outcomes: readonly Outcome[];
  readonly refusals: readonly Refusal[];
  readonly removed?: Removed;
  readonly seen?: Observation;
}

/** Carries out the steps in order. Each looks afresh before it touches anything. */
export async function perform(job: Job, plan: Plan): Promise<Deed> {
  const all: Done[] = [];
  for (const step of plan.steps)
    all.push(job.room.cancelled?.aborted ? cancelled(job, step) : await oneStep(job, step));
  const removed = all.find((done) => done.removed)?.removed;
  // A step that found nothing to do changes nothing of what was seen before it.
  const seen = all.findLast((done) => done.outcomes.length > 0 || done.seen)?.seen;
  return {
    outcomes: all.flatMap((done) => done.outcomes),
    refusals: all.flatMap((done) => done.refusals ?? []),
    ...(removed === undefined ? {} : { removed }),
    ...(seen === undefined ? {} : { seen }),
  };
}

/** A cancelled request says how far it got. */
const cancelled = (job: Job, { kind }: Step): Done => ({
  outcomes: [{ kind, subject: job.client.id, outcome: 'skipped', why: 'cancelled', ms: 0 }],
});

function oneStep(job: Job, step: Step): Promise<Done> {
  switch (step.kind) {
    case 'ask':
      return ask(job, step);
    case 'wait':
      return waitFor(job, step);
    case 'end':
      return end(job, step);
    case 'close':
      return close(job, step.window);
    case 'settle':
      return settle(job, step);
    case 'remove':
      return remove(job, step.wanted);
  }
}
