import type { Outcome, Step } from '../../core/model.ts';
import type { Why } from '../../core/known.ts';
import { reason } from '../../core/reason.ts';
import { subjectOf } from '../subject.ts';
import type { StepResult, Job } from '../job.ts';

/**
 * Asks one root to quit, by the best way that delivers. Delivered is not gone. Each way proves by itself
 * that it speaks to the same process: a signal by its identity, a menu by a name that is never used twice.
 */
export async function ask(job: Job, step: Extract<Step, { kind: 'ask' }>): Promise<StepResult> {
  const { machine } = job.context;
  const began = machine.clock.now();
  const subject = subjectOf(step.root);
  const outcome = (what: Outcome['outcome'], more: Partial<Outcome> = {}): Outcome => ({
    ...{ kind: 'ask', subject, outcome: what },
    ...more,
    ms: machine.clock.now() - began,
  });
  job.context.ui.onProgress?.({ doing: 'asking', subject });
  const failures: Outcome[] = [];
  let reached = false;
  const before: Outcome[] = [];
  const outcomes = (...last: readonly Outcome[]): StepResult => ({
    outcomes: [...before, ...last],
  });
  for (const way of step.ways) {
    const delivery = await machine.quit.ask(way);
    if (delivery.state === 'already') return outcomes(outcome('already'));
    if (delivery.state === 'delivered') {
      const { method = way.by, label } = delivery;
      return outcomes(outcome('done', { method, ...(label === undefined ? {} : { label }) }));
    }
    const { code, detail } = delivery.reason;
    reached ||= !UNREACHED.has(code);
    // Said before the next way is taken: the client may have had another entry for a safe exit.
    if (code === 'not-understood') {
      const why = reason('menu-not-understood', detail);
      before.push(outcome('failed', { reason: why }));
      job.context.ui.onProgress?.({ doing: 'asking-otherwise', subject, reason: why });
    } else failures.push(outcome('failed', { method: way.by, reason: delivery.reason }));
  }
  return { ...outcomes(...failures), ...(reached ? {} : { unasked: true }) };
}

/** With these nothing reached the program: there is no way, or the system lets none through. */
const UNREACHED = new Set<Why['code']>(['unsupported', 'denied']);
