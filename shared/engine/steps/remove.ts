import type { Outcome, Refusal, Removal, Wanted } from '../../core/model.ts';
import { reason, type Reason } from '../../core/reason.ts';
import type { Listed } from '../../machine/port/files.ts';
import { mayTouch } from '../may-touch.ts';
import type { StepResult, Job } from '../job.ts';

/** What may go, or why nothing of it may. */
export type Removable = Listed | Refusal;

/**
 * Removes just what was listed and agreed to. Asked again before each batch: whether the client is still gone.
 */
export async function remove(job: Job, wanted: Wanted, what: Removable): Promise<StepResult> {
  const { machine, ui } = job.context;
  const { signal: cancelled, onProgress } = ui;
  const began = machine.clock.now();
  const outcomeWith = (outcome: Outcome['outcome'], why?: Reason): Outcome => ({
    kind: 'remove',
    subject: wanted.tiers.join(', '),
    outcome,
    ...(why === undefined ? {} : { reason: why }),
    ms: machine.clock.now() - began,
  });
  if ('code' in what)
    return what.code === 'declined'
      ? { outcomes: [outcomeWith('skipped', reason('declined'))] }
      : { refusals: [what], outcomes: [outcomeWith('failed')] };
  const { listing, shares } = what;
  const done = await what.remove({
    permanently: job.request.permanently ?? false,
    mayTouch: () => mayTouch(job, shares),
    ...(cancelled ? { cancelled } : {}),
    onProgress: (files, bytes) =>
      onProgress?.({ doing: 'removing', files, bytes, of: listing.files }),
  });
  return {
    refusals: done.refusals,
    removed: {
      ...{ files: done.files, bytes: done.bytes, to: done.to },
      ...(done.record === undefined ? {} : { record: done.record }),
      ...(done.recordNotKept === undefined ? {} : { recordNotKept: done.recordNotKept }),
    },
    outcomes: outcomesOf(done, outcomeWith),
  };
}

function outcomesOf(
  done: Removal,
  outcomeWith: (outcome: Outcome['outcome'], why?: Reason) => Outcome,
): readonly Outcome[] {
  const went = reason(done.to === 'trash' ? 'to-trash' : 'for-good', String(done.files));
  const outcomes = [
    ...(done.files > 0 ? [outcomeWith('done', went)] : []),
    // A cancelled request says how far it got.
    ...(done.stopped ? [outcomeWith('skipped', reason('cancelled'))] : []),
  ];
  const none = done.refusals.length > 0 ? 'failed' : 'already';
  return outcomes.length > 0 ? outcomes : [outcomeWith(none)];
}
