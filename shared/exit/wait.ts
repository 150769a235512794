import type { ClientProcess, Outcome, Step, Window } from '../core/model.ts';
import { reason } from '../core/receipt.ts';
import { lookAtProcesses } from './look.ts';
import { subjectOf } from './names.ts';
import type { Done, Job } from './perform.ts';

/** Waits for roots that were asked, or for the helpers of a root that has gone. */
export async function waitFor(job: Job, step: Extract<Step, { kind: 'wait' }>): Promise<Done> {
  const { machine } = job.room;
  const began = machine.now();
  let processes: readonly ClientProcess[] = step.processes;
  const outcome = (what: Outcome['outcome'], why?: string): Done => ({
    outcomes: [
      {
        kind: 'wait',
        subject: processes.map(subjectOf).join(', ') || step.role,
        outcome: what,
        ...(why ? { why } : {}),
        ms: machine.now() - began,
      },
    ],
  });
  if (step.role === 'helper') {
    // Helpers may have come and gone since the plan: look again before waiting for them.
    const seen = await lookAtProcesses(machine, job.recognize, job.room.clients, job.client.id);
    if (!seen.processes.known) return outcome('skipped', 'blind');
    if (seen.processes.value.some((process) => process.role === 'root'))
      return outcome('skipped', 'root-still-there');
    processes = seen.processes.value;
  }
  if (processes.length === 0) return outcome('already');
  job.room.onProgress?.({ doing: 'waiting', for: step.ms, since: began });
  const left = await machine.untilGone(processes, step.ms);
  return left.length === 0
    ? outcome('done')
    : outcome('failed', `timeout: ${left.map(subjectOf).join(', ')}`);
}

/** Closes one window: it hides, it does not exit. */
export async function close(job: Job, window: Window): Promise<Done> {
  const { machine } = job.room;
  const began = machine.now();
  job.room.onProgress?.({ doing: 'closing', subject: window.title });
  const delivery = await machine.close(window);
  return {
    outcomes: [
      {
        kind: 'close',
        subject: window.title || `window of ${window.pid}`,
        outcome: delivery.delivered ? 'done' : 'failed',
        ...(delivery.delivered ? {} : { why: reason(delivery.why) }),
        ms: machine.now() - began,
      },
    ],
  };
}

/** Watches whether something comes back, or, before a purge, until the client has been quiet. */
export async function settle(job: Job, ms: number): Promise<Done> {
  const { machine } = job.room;
  const began = machine.now();
  const outcome = (what: Outcome['outcome'], why?: string): Done => ({
    outcomes: [
      {
        kind: 'settle',
        subject: job.client.id,
        outcome: what,
        ...(why ? { why } : {}),
        ms: machine.now() - began,
      },
    ],
  });
  const wait = job.request.kind === 'purge' ? await stillToWait(job, ms) : ms;
  if (wait <= 0) return outcome('already');
  if (job.request.kind !== 'purge') {
    const now = await lookAtProcesses(machine, job.recognize, job.room.clients, job.client.id);
    // Something that never left cannot come back.
    if (now.processes.known && now.processes.value.length > 0)
      return outcome('skipped', 'still-there');
  }
  job.room.onProgress?.({ doing: 'settling', for: wait, since: began });
  await machine.sleep(wait);
  const seen = await lookAtProcesses(machine, job.recognize, job.room.clients, job.client.id);
  if (!seen.processes.known) return outcome('failed', 'blind');
  return seen.processes.value.length === 0
    ? outcome('done')
    : outcome('failed', `respawned: ${seen.processes.value.map(subjectOf).join(', ')}`);
}

/** Counted from the client's last write: one that left yesterday needs no waiting today. */
async function stillToWait(job: Job, ms: number): Promise<number> {
  const last = await job.room.machine.lastActivity(job.client);
  if (!last.known) return ms;
  return last.value === undefined ? 0 : Math.min(ms, last.value + ms - job.room.machine.now());
}
