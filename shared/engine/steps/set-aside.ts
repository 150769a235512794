import type { Outcome } from '../../core/model.ts';
import { reason, type Reason } from '../../core/reason.ts';
import type { ResetListed, MoveResult } from '../../machine/port/resets.ts';
import type { Refusal } from '../../core/model.ts';
import { mayTouch } from '../may-touch.ts';
import type { Job, StepResult } from '../job.ts';

/** Sets just what was listed aside; asked again before each thing: whether the client is still gone. */
export async function moveAway(job: Job, what: ResetListed | Refusal): Promise<StepResult> {
  const { machine, ui } = job.context;
  const began = machine.clock.now();
  const outcome = (how: Outcome['outcome'], why?: Reason): Outcome => ({
    ...{ kind: 'set-aside', subject: job.client.id, outcome: how },
    ...(why === undefined ? {} : { reason: why }),
    ms: machine.clock.now() - began,
  });
  if ('code' in what)
    return what.code === 'declined'
      ? { outcomes: [outcome('skipped', reason('declined'))] }
      : { refusals: [what], outcomes: [outcome('failed')] };
  const went = await what.moveAway({
    mayTouch: () => mayTouch(job, what.shares),
    ...(ui.signal ? { cancelled: ui.signal } : {}),
  });
  const { refusals, stopped, recordNotKept } = went;
  const none = refusals.length > 0 || recordNotKept ? 'failed' : 'already';
  const outcomes = [
    ...(went.things > 0 ? [outcome('done', reason('set-aside', String(went.things)))] : []),
    ...(stopped ? [outcome('skipped', reason('cancelled'))] : []),
  ];
  return {
    outcomes: outcomes.length > 0 ? outcomes : [outcome(none)],
    refusals: [...refusals, ...unkept(job, went)],
    ...(went.things > 0 ? { moved: movedOf(went) } : {}),
  };
}

/** Without a record nothing is moved. */
export const unkept = (
  { client }: Pick<Job, 'client'>,
  { recordNotKept }: MoveResult,
): readonly Refusal[] =>
  recordNotKept === undefined
    ? []
    : [
        {
          ...{ code: 'denied', subject: recordNotKept.path ?? client.id },
          detail: `no record can be kept: ${recordNotKept.code}`,
        },
      ];

/** What a receipt says of it. */
export const movedOf = ({ record, folders, things, files, bytes, everything }: MoveResult) => ({
  ...(record === undefined ? {} : { record }),
  ...{ folders, things, files, bytes },
  ...(everything ? { everything } : {}),
});
