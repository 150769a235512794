import { REQUESTS } from '../../core/requests/index.ts';
import type { ClientProcess, Outcome, Step } from '../../core/model.ts';
import type { Known } from '../../core/known.ts';
import { reason, type Reason } from '../../core/reason.ts';
import type { Processes } from '../../machine/port/processes.ts';
import { lookAtProcesses } from '../look.ts';
import { orCancelled } from '../cancel.ts';
import { subjectOf } from '../subject.ts';
import type { StepResult, Job } from '../job.ts';

/** Waits for the roots that were asked or ended; a cancelled request waits no longer. */
export async function waitFor(
  job: Job,
  step: Extract<Step, { kind: 'wait' }>,
): Promise<StepResult> {
  const { machine, ui } = job.context;
  const cancelled = ui.signal;
  const began = machine.clock.now();
  job.context.ui.onProgress?.({ doing: 'waiting', for: step.ms, since: began });
  const left = await orCancelled(machine.processes.untilGone(step.roots, step.ms), cancelled);
  const outcome: Outcome = {
    kind: 'wait',
    subject: step.roots.map(subjectOf).join(', '),
    outcome: left === 'cancelled' ? 'skipped' : left.length === 0 ? 'done' : 'failed',
    ...(left === 'cancelled' ? { reason: reason(left) } : {}),
    ...(left !== 'cancelled' && left.length > 0
      ? { reason: reason('still-there', left.map(subjectOf).join(', ')) }
      : {}),
    ms: machine.clock.now() - began,
  };
  return { outcomes: [outcome] };
}

type CloseStep = Extract<Step, { kind: 'close' }>;

/** Closes one window: it hides, it does not exit. */
export async function close(job: Job, { window, session }: CloseStep): Promise<StepResult> {
  const { machine } = job.context;
  const began = machine.clock.now();
  job.context.ui.onProgress?.({ doing: 'closing', subject: window.title });
  const delivery = await machine.desktop.close(window, session);
  return {
    outcomes: [
      {
        kind: 'close',
        subject: window.title || `window of ${window.pid}`,
        outcome: delivery.state === 'failed' ? 'failed' : 'done',
        ...(delivery.state === 'failed' ? { reason: delivery.reason } : {}),
        ms: machine.clock.now() - began,
      },
    ],
  };
}

/**
 * Watches whether something comes back, or, before a purge, until the client has been quiet. `lastActivity`: when it
 * last wrote, where that was seen already.
 */
export async function settle(
  job: Job,
  step: Extract<Step, { kind: 'settle' }>,
  lastActivity?: Known<number | undefined>,
): Promise<StepResult> {
  const { machine } = job.context;
  const { ms } = step;
  const evidence = await mayComeBack(machine.processes, step.roots);
  if (step.if === 'evidence' && evidence === 'none') return { outcomes: [] };
  const began = machine.clock.now();
  const outcome = (what: Outcome['outcome'], why?: Reason): StepResult => ({
    outcomes: [
      {
        kind: 'settle',
        subject: job.client.id,
        outcome: what,
        ...(why ? { reason: why } : {}),
        ms: machine.clock.now() - began,
      },
    ],
  });
  const isAboutFiles = REQUESTS[job.request.kind].about === 'files';
  const wait = isAboutFiles ? await stillToWait(job, ms, lastActivity) : ms;
  if (wait <= 0) return outcome('already');
  if (!isAboutFiles) {
    const now = await lookAtProcesses(job.context, job.recognize, job.client.id);
    // Something that never left cannot come back.
    if (now.processes.known && now.processes.value.length > 0)
      return outcome('skipped', reason('still-there'));
  }
  job.context.ui.onProgress?.({ doing: 'settling', for: wait, since: began });
  // Who may start it again gets as much time once more.
  for (let turn = evidence === 'none' ? 1 : 0; turn < 2; turn++) {
    if ((await orCancelled(machine.clock.sleep(wait), job.context.ui.signal)) === 'cancelled')
      return outcome('skipped', reason('cancelled'));
    const seen = await lookAtProcesses(job.context, job.recognize, job.client.id);
    if (!seen.processes.known) return outcome('failed', reason('blind'));
    if (seen.processes.value.length > 0)
      return outcome('failed', reason('respawned', seen.processes.value.map(subjectOf).join(', ')));
  }
  const still = evidence === 'none' ? evidence : await mayComeBack(machine.processes, step.roots);
  return typeof still === 'string'
    ? outcome('done')
    : outcome('done', reason('may-restart', still.join(', ')));
}

/**
 * Who starts it again, by name: a unit or a parent, else what the machine finds by its command line, script or
 * session. What cannot be told may be somebody.
 */
async function mayComeBack(
  { revivers }: Pick<Processes, 'revivers'>,
  roots: readonly ClientProcess[],
): Promise<readonly string[] | 'none' | 'unknown'> {
  if (roots.length === 0) return 'none';
  if (!revivers)
    return roots.some(({ supervisedBy }) => supervisedBy !== undefined) ? 'unknown' : 'none';
  const found = await revivers(roots);
  if (!found.known) return 'unknown';
  return found.value.length === 0 ? 'none' : found.value;
}

/** Counted from the client's last write: one that left yesterday needs no waiting today. */
async function stillToWait(
  job: Job,
  ms: number,
  seen?: Known<number | undefined>,
): Promise<number> {
  const last = seen ?? (await job.context.machine.files.lastActivity(job.client));
  if (!last.known) return ms;
  return last.value === undefined
    ? 0
    : Math.min(ms, last.value + ms - job.context.machine.clock.now());
}
