import type { ClientProcess, Outcome, Step } from '../../core/model.ts';
import { reason } from '../../core/reason.ts';
import {
  holdsNothing,
  PART_GRACE_MS,
  processTypes,
} from '../../core/recognition/chromium-parts.ts';
import { subjectOf } from '../subject.ts';
import type { Job } from '../job.ts';

type HelperStep = Extract<Step, { kind: 'end'; role: 'helper' }>;

/**
 * The helpers of a root that has gone are asked politely and get a short grace. Answers those that
 * stayed; whoever came meanwhile is found by the next look.
 */
export async function askHelpers(
  job: Job,
  helpers: readonly ClientProcess[],
  step: HelperStep,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly left: readonly ClientProcess[] }> {
  const { machine } = job.context;
  const own = processTypes(job.client, machine.platform);
  const outcomes: Outcome[] = [];
  for (const process of helpers) {
    const asked = machine.clock.now();
    const delivery = await machine.quit.ask({ by: 'signal', process });
    outcomes.push({
      kind: 'ask',
      subject: subjectOf(process),
      outcome: delivery.state === 'delivered' ? 'done' : delivery.state,
      method: 'signal',
      ...(delivery.state === 'failed' ? { reason: delivery.reason } : {}),
      ms: machine.clock.now() - asked,
    });
  }
  const began = machine.clock.now();
  const parts = helpers.every((one) => holdsNothing(one, own));
  const ms = parts ? Math.min(step.graceMs, PART_GRACE_MS) : step.graceMs;
  job.context.ui.onProgress?.({ doing: 'waiting', for: ms, since: began });
  const left = await machine.processes.untilGone(helpers, ms);
  outcomes.push({
    kind: 'wait',
    subject: helpers.map(subjectOf).join(', '),
    outcome: left.length === 0 ? 'done' : 'failed',
    ...(left.length === 0 ? {} : { reason: reason('still-there', left.map(subjectOf).join(', ')) }),
    ms: machine.clock.now() - began,
  });
  return { outcomes, left };
}
