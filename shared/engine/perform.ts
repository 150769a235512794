import type { Client } from '../core/client.ts';
import type { Recognizer } from '../core/identify.ts';
import type { Observation, Outcome, Plan, Policy, Refusal, Request, Step } from '../core/model.ts';
import type { Removed } from '../core/receipt.ts';
import type { RequestContext } from './engine.ts';
import { ask } from './ask.ts';
import { end } from './end.ts';
import { remove } from './remove.ts';
import { close, settle, waitFor } from './wait.ts';

/** What every step needs to know. */
export interface Job {
  readonly room: RequestContext;
  readonly client: Client;
  readonly recognize: Recognizer;
  readonly policy: Policy;
  readonly request: Request;
}

/** What one step came to. */
export interface StepResult {
  readonly outcomes: readonly Outcome[];
  readonly refusals?: readonly Refusal[];
  readonly removed?: Removed;
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
  readonly seen?: Observation;
}

/** Carries out the steps in order. Each looks afresh before it touches anything. */
export async function perform(job: Job, plan: Plan): Promise<ActResult> {
  const all: StepResult[] = [];
  for (const step of plan.steps)
    all.push(
      job.room.cancelled?.aborted
        ? skipped(job, step, 'cancelled')
        : step.kind === 'wait' && isForNobody(all)
          ? skipped(job, step, 'nobody-asked')
          : await oneStep(job, step),
    );
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

/** A step that is not done is said, with the reason: a cancelled request says how far it got. */
const skipped = (job: Job, { kind }: Step, why: string): StepResult => ({
  outcomes: [{ kind, subject: job.client.id, outcome: 'skipped', why, ms: 0 }],
});

/** Whoever was not reached leaves by no wait: the answer is known at once. */
const isForNobody = (before: readonly StepResult[]): boolean => {
  const isAsk = ({ outcomes }: StepResult): boolean => outcomes.some(({ kind }) => kind === 'ask');
  const last = before.slice(before.findLastIndex((done) => !isAsk(done)) + 1);
  return last.length > 0 && last.every(({ unasked }) => unasked);
};

function oneStep(job: Job, step: Step): Promise<StepResult> {
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
