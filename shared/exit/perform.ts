import type { Client } from '../core/client.ts';
import type { Recognizer } from '../core/identify.ts';
import type { Outcome, Plan, Policy, Refusal, Request, Step } from '../core/model.ts';
import type { Manner, Room } from '../exit.ts';
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
  readonly manner: Manner;
}

/** What one step came to. */
export interface Done {
  readonly outcomes: readonly Outcome[];
  readonly refusals?: readonly Refusal[];
  readonly freedBytes?: number;
}

/** Carries out the steps in order. Each looks afresh before it touches anything. */
export async function perform(
  job: Job,
  plan: Plan,
): Promise<Required<Omit<Done, 'freedBytes'>> & Pick<Done, 'freedBytes'>> {
  const outcomes: Outcome[] = [];
  const refusals: Refusal[] = [];
  let freedBytes: number | undefined;
  for (const step of plan.steps) {
    const done = await oneStep(job, step);
    outcomes.push(...done.outcomes);
    refusals.push(...(done.refusals ?? []));
    if (done.freedBytes !== undefined) freedBytes = (freedBytes ?? 0) + done.freedBytes;
  }
  return { outcomes, refusals, ...(freedBytes === undefined ? {} : { freedBytes }) };
}

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
      return settle(job, step.ms);
    case 'remove':
      return remove(job, step.tiers);
  }
}
