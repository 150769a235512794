import type { Outcome, Step, QuitMethod } from '../../core/model.ts';
import type { Why } from '../../core/known.ts';
import { reason } from '../../core/receipt.ts';
import { subjectOf } from '../subject.ts';
import type { StepResult, Job } from '../job.ts';

/**
 * Asks one root to quit, by the best way that delivers. Delivered is not gone. Each way proves by itself
 * that it speaks to the same process: a signal by its identity, a menu by a name that is never used twice.
 */
export async function ask(job: Job, step: Extract<Step, { kind: 'ask' }>): Promise<StepResult> {
  const { machine } = job.context;
  const began = machine.now();
  const subject = subjectOf(step.root);
  const outcomeWith = (what: Outcome['outcome'], why?: string): Outcome => ({
    ...{ kind: 'ask', subject, outcome: what },
    ...(why ? { why } : {}),
    ms: machine.now() - began,
  });
  job.context.ui.onProgress?.({ doing: 'asking', subject });
  const failures: string[] = [];
  let reached = false;
  const before: Outcome[] = [];
  const outcomes = (last: Outcome): StepResult => ({ outcomes: [...before, last] });
  for (const way of step.ways) {
    const delivery = await machine.askToQuit(way);
    if (delivery.delivered && delivery.detail === 'already')
      return outcomes(outcomeWith('already'));
    if (delivery.delivered)
      return outcomes(
        outcomeWith('done', [nameOf(way), delivery.detail].filter(Boolean).join(': ')),
      );
    reached ||= !UNREACHED.has(delivery.why.code);
    // Said before the next way is taken: the client may have had another entry for a safe exit.
    if (delivery.why.code === 'not-understood') {
      const why = reason({ ...delivery.why, code: 'menu-not-understood' });
      before.push(outcomeWith('failed', why));
      job.context.ui.onProgress?.({ doing: 'asking-otherwise', subject, why });
    } else failures.push(`${nameOf(way)} ${reason(delivery.why)}`);
  }
  const rest = failures.length > 0 ? outcomeWith('failed', failures.join('; ')) : undefined;
  return {
    outcomes: rest ? [...before, rest] : before,
    ...(reached ? {} : { unasked: true }),
  };
}

/** With these nothing reached the program: there is no way, or the system lets none through. */
const UNREACHED = new Set<Why['code']>(['unsupported', 'denied']);

const nameOf = (way: QuitMethod): string => way.by;
