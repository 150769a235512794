import type { ClientProcess, Outcome, Refusal, Step } from '../../core/model.ts';
import { forbiddenBy } from '../../core/policy.ts';
import { END_MS } from '../../core/requests/leaving.ts';
import { reason, type Reason, type ReasonCode } from '../../core/reason.ts';
import { askHelpers } from './ask-helpers.ts';
import { look, lookPastHidden } from '../look.ts';
import { sameProcess, subjectOf } from '../subject.ts';
import type { StepResult, Job } from '../job.ts';

/** How often what comes back is ended again before it is reported. */
const ROUNDS = 3;

/** What only its folder or its session speaks for is named as left. */
const mayTouch = ({ onlyNamed }: ClientProcess): boolean => onlyNamed !== true;

type EndStep = Extract<Step, { kind: 'end' }>;

/**
 * Ends the processes of one role that are there **now**. Helpers only once no root lives: a living
 * root starts them again (rule R3), and they may be in the middle of its work.
 */
export async function end(job: Job, step: EndStep): Promise<StepResult> {
  const { machine } = job.context;
  const outcomes: Outcome[] = [];
  const first = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const seen = await lookPastHidden(
      () => look(job.context, job.recognize, job.client.id),
      machine.clock,
    );
    if (!seen.processes.known) return { outcomes: [...outcomes, skipped(step.role, 'blind')] };
    const roots = seen.processes.value.filter((process) => process.role === 'root');
    if (step.role === 'helper' && roots.length > 0)
      return { outcomes: [...outcomes, skipped('helper', 'root-still-there')] };
    // What was started meanwhile was not asked, and the person did not see it.
    const isNew = (root: ClientProcess): boolean =>
      step.role === 'root' && mayTouch(root) && !step.roots.some((one) => sameProcess(one, root));
    if (round === 0)
      for (const root of roots.filter(isNew))
        outcomes.push(skipped(subjectOf(root), 'started-meanwhile'));
    let now: readonly ClientProcess[] =
      step.role === 'root'
        ? roots.filter((one) => !isNew(one)).filter(mayTouch)
        : seen.processes.value.filter(mayTouch);
    if (step.role === 'root' && now.length > 0 && job.context.policy.force === 'never')
      return { outcomes, refusals: [noForce(job, job.client.id)] };
    // Nothing was done since this look, so it is good enough to judge by.
    if (now.length === 0) return { outcomes, seen };
    if (step.role === 'helper' && round === 0 && step.graceMs > 0) {
      const asked = await askHelpers(job, now, step);
      outcomes.push(...asked.outcomes);
      now = asked.left;
    }
    // The policy speaks of force, not of roots: deaf helpers are left and named.
    if (step.role === 'helper' && job.context.policy.force === 'never') {
      if (now.length === 0) return { outcomes };
      outcomes.push(...now.map((one) => skipped(subjectOf(one), 'force-not-allowed')));
      const subject = now.map(subjectOf).join(', ');
      return { outcomes, refusals: [noForce(job, subject)] };
    }
    if (round === 0) for (const process of now) first.add(process.pid);
    const ended = await Promise.all(
      now.map((process) => endOne(job, process, !first.has(process.pid))),
    );
    outcomes.push(...ended.map((one) => one.outcome));
    const delivered = now.filter((_, i) => ended[i]?.delivered);
    const left = await machine.processes.untilGone(delivered, END_MS);
    for (const process of left) outcomes.push(failed(process, 'still-there'));
    // What cannot be ended once cannot be ended by asking again; a root is waited for by its own step.
    if (delivered.length < now.length || left.length > 0 || step.role === 'root') break;
  }
  return { outcomes };
}

async function endOne(
  job: Job,
  process: ClientProcess,
  respawned: boolean,
): Promise<{ readonly delivered: boolean; readonly outcome: Outcome }> {
  const { machine } = job.context;
  const began = machine.clock.now();
  job.context.ui.onProgress?.({ doing: 'ending', subject: subjectOf(process) });
  const delivery = await machine.processes.end(process);
  const isFailed = delivery.state === 'failed';
  const why: Reason | undefined = isFailed
    ? delivery.reason
    : respawned
      ? reason('respawned')
      : undefined;
  return {
    delivered: !isFailed,
    outcome: {
      kind: 'end',
      subject: subjectOf(process),
      role: process.role,
      outcome: delivery.state === 'delivered' ? 'done' : delivery.state,
      ...(why === undefined ? {} : { reason: why }),
      ms: machine.clock.now() - began,
    },
  };
}

const noForce = ({ context }: Job, subject: string): Refusal => ({
  code: 'force-not-allowed',
  subject,
  ...forbiddenBy(context.origin, 'force'),
});

const skipped = (subject: string, code: ReasonCode): Outcome => ({
  kind: 'end',
  subject,
  outcome: 'skipped',
  reason: reason(code),
  ms: 0,
});

const failed = (process: ClientProcess, code: ReasonCode): Outcome => ({
  kind: 'end',
  subject: subjectOf(process),
  outcome: 'failed',
  reason: reason(code),
  ms: END_MS,
});
