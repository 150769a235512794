import type { Outcome, Step, Way } from '../core/model.ts';
import { reason } from '../core/receipt.ts';
import { lookAtProcesses } from './look.ts';
import { sameProcess, subjectOf } from './names.ts';
import type { Done, Job } from './perform.ts';

/** Asks one root to quit, by the best way that delivers. Delivered is not gone. */
export async function ask(job: Job, step: Extract<Step, { kind: 'ask' }>): Promise<Done> {
  const { machine } = job.room;
  const began = machine.now();
  const subject = subjectOf(step.root);
  const outcome = (what: Outcome['outcome'], why?: string): Done => ({
    outcomes: [
      { kind: 'ask', subject, outcome: what, ...(why ? { why } : {}), ms: machine.now() - began },
    ],
  });
  const seen = await lookAtProcesses(machine, job.recognize, job.room.clients, job.client.id);
  if (!seen.processes.known) return outcome('skipped', 'blind');
  if (!seen.processes.value.some((process) => sameProcess(process, step.root)))
    return outcome('already');
  job.room.onProgress?.({ doing: 'asking', subject });
  const failures: string[] = [];
  for (const way of step.ways) {
    const delivery = await machine.askToQuit(way);
    if (delivery.delivered)
      return outcome('done', [nameOf(way), delivery.detail].filter(Boolean).join(': '));
    failures.push(`${nameOf(way)} ${reason(delivery.why)}`);
  }
  return outcome('failed', failures.join('; '));
}

const nameOf = (way: Way): string => way.by;
