import type { Outcome, Step, Way } from '../core/model.ts';
import { reason } from '../core/receipt.ts';
import { subjectOf } from './names.ts';
import type { Done, Job } from './perform.ts';

/**
 * Asks one root to quit, by the best way that delivers. Delivered is not gone. Each way proves by itself
 * that it speaks to the same process: a signal by its identity, a menu by a name that is never used twice.
 */
export async function ask(job: Job, step: Extract<Step, { kind: 'ask' }>): Promise<Done> {
  const { machine } = job.room;
  const began = machine.now();
  const subject = subjectOf(step.root);
  const outcome = (what: Outcome['outcome'], why?: string): Done => ({
    outcomes: [
      { kind: 'ask', subject, outcome: what, ...(why ? { why } : {}), ms: machine.now() - began },
    ],
  });
  job.room.onProgress?.({ doing: 'asking', subject });
  const failures: string[] = [];
  for (const way of step.ways) {
    const delivery = await machine.askToQuit(way);
    if (delivery.delivered && delivery.detail === 'already') return outcome('already');
    if (delivery.delivered)
      return outcome('done', [nameOf(way), delivery.detail].filter(Boolean).join(': '));
    failures.push(`${nameOf(way)} ${reason(delivery.why)}`);
  }
  return outcome('failed', failures.join('; '));
}

const nameOf = (way: Way): string => way.by;
