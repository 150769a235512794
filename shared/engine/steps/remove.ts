import type { Listing } from '../../core/listing.ts';
import type { Wanted } from '../../core/model.ts';
import type { ClientId, Outcome, Refusal, Removal } from '../../core/model.ts';
import type { Consent } from '../../core/receipt.ts';
import { reason, type Reason } from '../../core/reason.ts';
import { whyText } from '../../core/known.ts';
import { refusalWhile } from '../../core/rules/touch-only-when-gone.ts';
import { lookAtProcesses } from '../look.ts';
import type { StepResult, Job } from '../job.ts';

/**
 * Lists what the plan allows, shows it where somebody has to agree, and removes just that. Asked again
 * before each batch: whether the client is still gone.
 */
export async function remove(job: Job, wanted: Wanted): Promise<StepResult> {
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
  const refused = (...refusals: readonly Refusal[]): StepResult => ({
    refusals,
    outcomes: [outcomeWith('failed')],
  });
  const away = await mayTouch(job);
  if (away) return refused(away);
  onProgress?.({ doing: 'listing', subject: job.client.id });
  const listed = await machine.files.list(job.client, wanted);
  if (!listed.known)
    return refused({ code: 'blind', subject: job.client.id, detail: whyText(listed.why) });
  const { listing, shares = [] } = listed.value;
  const others = await mayTouch(job, shares);
  if (others) return refused(others);
  const { account } = wanted;
  if (account !== undefined && !listing.accounts.includes(account))
    return refused({
      code: 'no-such-account',
      subject: account,
      detail: listing.accounts.join(', '),
    });
  const answer = await agreed(job, listing);
  if (answer === 'no') return { outcomes: [outcomeWith('skipped', reason('declined'))] };
  if (answer !== 'yes') return refused(answer);
  const done = await listed.value.remove({
    permanently: job.request.permanently ?? false,
    mayTouch: () => mayTouch(job, shares),
    ...(cancelled ? { cancelled } : {}),
    onProgress: (files, bytes) =>
      onProgress?.({ doing: 'removing', files, bytes, of: listing.files }),
  });
  const consent = consentTo(job, listing);
  return {
    refusals: done.refusals,
    ...(consent ? { consent } : {}),
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

/** Whether the client is gone at this moment, and all those with which it shares its folders. */
async function mayTouch(
  { context, recognize, client }: Job,
  shares: readonly ClientId[] = [],
): Promise<Refusal | undefined> {
  for (const id of [client.id, ...shares]) {
    const seen = await lookAtProcesses(context, recognize, id);
    const refusal = refusalWhile(id, seen);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Whether the person wants just this list to go. Who has to be asked and cannot be has not agreed. */
async function agreed(job: Job, listing: Listing): Promise<'yes' | 'no' | Refusal> {
  const { context, client, request } = job;
  const { consent } = request;
  if (consent === undefined || listing.files === 0) return 'yes';
  if (consent !== 'ask')
    return consent.list === listing.code
      ? 'yes'
      : { code: 'changed', subject: client.id, detail: `list ${listing.code}` };
  const answer = await context.ui.satisfy?.({ kind: 'consent', client, listing });
  if (answer === undefined) return { code: 'needs-consent', subject: client.id };
  return answer ? 'yes' : 'no';
}

/** What a person agreed to before these files went; undefined where nobody was asked. */
const consentTo = ({ request }: Job, listing: Listing): Consent | undefined =>
  request.consent === undefined || listing.files === 0
    ? undefined
    : { by: request.consent === 'ask' ? 'question' : 'list', list: listing.code };
