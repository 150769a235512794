import type { ResetListed } from '../../machine/port/resets.ts';
import type { ClientProcess, Outcome, Refusal, Step } from '../../core/model.ts';
import type { ActResult, Job, StepResult } from '../job.ts';
import type { Acted, Planned } from '../run-state.ts';
import { reason, type ReasonCode } from '../../core/reason.ts';
import { subjectOf } from '../subject.ts';
import { ask } from '../steps/ask.ts';
import { end } from '../steps/end.ts';
import { moveAway } from '../steps/set-aside.ts';
import { remove, type Removable } from '../steps/remove.ts';
import { close, settle, waitFor } from '../steps/wait.ts';

/** Carries out the steps in order. Each looks afresh before it touches anything. */
export async function act(run: Planned): Promise<Acted> {
  const { context, client, recognize, request, plan } = run;
  const job: Job = { context, client, recognize, request };
  const all: StepResult[] = [{ outcomes: (plan.spared ?? []).map(spared), unasked: true }];
  for (const step of plan.steps)
    all.push(
      context.ui.signal?.aborted
        ? skipped(job, step, 'cancelled')
        : step.kind === 'wait' && isForNobody(all)
          ? skipped(job, step, 'nobody-asked')
          : await oneStep(job, step, run),
    );
  return { ...run, acted: sumOf(all) };
}

function sumOf(all: readonly StepResult[]): ActResult {
  const removed = all.find((done) => done.removed)?.removed;
  const moved = all.find((done) => done.moved)?.moved;
  // A step that found nothing to do changes nothing of what was seen before it.
  const seen = all.findLast((done) => done.outcomes.length > 0 || done.seen)?.seen;
  return {
    outcomes: withoutRepeats(all.flatMap((done) => done.outcomes)),
    refusals: all.flatMap((done) => done.refusals ?? []),
    ...(removed === undefined ? {} : { removed }),
    ...(moved === undefined ? {} : { moved }),
    ...(seen === undefined ? {} : { seen }),
  };
}

/** A root that came meanwhile is named once, though each step leaves it alone. */
function withoutRepeats(all: readonly Outcome[]): readonly Outcome[] {
  const named = new Set<string>();
  return all.filter(({ subject, reason: why }) => {
    if (why?.code !== 'started-meanwhile') return true;
    const isNew = !named.has(subject);
    named.add(subject);
    return isNew;
  });
}

/** Nobody was asked about it, so it is neither asked nor ended. */
const spared = (root: ClientProcess): Outcome => ({
  ...{ kind: 'ask', subject: subjectOf(root), outcome: 'skipped' },
  ...{ reason: reason('started-meanwhile'), ms: 0 },
});

/** A step that is not done is said, with the reason: a cancelled request says how far it got. */
const skipped = (job: Job, { kind }: Step, code: ReasonCode): StepResult => ({
  outcomes: [{ kind, subject: job.client.id, outcome: 'skipped', reason: reason(code), ms: 0 }],
});

/** A root that was not reached leaves by no wait: the answer is known at once. */
const isForNobody = (before: readonly StepResult[]): boolean => {
  const isAsk = ({ outcomes }: StepResult): boolean => outcomes.some(({ kind }) => kind === 'ask');
  const last = before.slice(before.findLastIndex((done) => !isAsk(done)) + 1);
  return last.length > 0 && last.every(({ unasked }) => unasked);
};

async function oneStep(job: Job, step: Step, run: Planned): Promise<StepResult> {
  switch (step.kind) {
    case 'ask':
      return ask(job, step);
    case 'wait':
      return waitFor(job, step);
    case 'end':
      return end(job, step);
    case 'close':
      return close(job, step);
    case 'settle':
      return run.settled ?? settle(job, step);
    case 'remove':
      return remove(job, step.wanted, removableIn(run));
    case 'set-aside':
      return moveAway(job, resetIn(run));
  }
}

/** The same of a reset. */
const resetIn = ({ client, resetListed, filesRefusal }: Planned): ResetListed | Refusal =>
  filesRefusal ?? (resetListed?.known ? resetListed.value : { code: 'blind', subject: client.id });

/** What a purge listed and the person agreed to; else why nothing of it may go. */
const removableIn = ({ client, listed, filesRefusal }: Planned): Removable =>
  filesRefusal ?? (listed?.known ? listed.value : { code: 'blind', subject: client.id });
