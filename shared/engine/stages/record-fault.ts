import { asError } from '../../core/as-error.ts';
import { presentVerdict } from '../../core/judge.ts';
import { unknown } from '../../core/known.ts';
import type { Observation, Refusal } from '../../core/model.ts';
import { keepNoted, keepUntouched } from '../noting.ts';
import { look, unseen } from '../look.ts';
import { recognizerOf } from '../recognizer-of.ts';
import { askedBy, receiptOf } from '../receipt-of.ts';
import type { Reached } from '../run-state.ts';

/**
 * A fault of our own ended the request: its receipt says so, what was done as far as that is known, and what is
 * there now. It never says `gone`: not everything was looked at that this needs. Never throws.
 */
export async function recordFault(run: Reached, error: unknown): Promise<void> {
  const { context, request, began, acted, lock } = run;
  const lockedIn = lock?.granted ? lock.elsewhere : undefined;
  const detail = asError(error).message;
  const failed: Refusal = { code: 'failed', subject: request.client, detail };
  const after = await lookOrUnknown(run, detail);
  const present = presentVerdict(after);
  const receipt = await receiptOf(context, askedBy(request), {
    ...{ began, after, outcomes: acted?.outcomes ?? [], refusals: [failed] },
    verdict: present === 'gone' ? 'unknown' : present,
    ...{ sizes: unknown('not-looked'), unmerged: unknown('not-looked') },
    more: {
      ...(acted?.removed === undefined ? {} : { removed: acted.removed }),
      ...(acted?.moved === undefined ? {} : { moved: acted.moved }),
      ...(lockedIn === undefined ? {} : { lockedIn }),
    },
  });
  await (run.noted ? keepNoted(context, run.noted, receipt) : keepUntouched(context, receipt));
}

async function lookOrUnknown({ context, client }: Reached, detail: string): Promise<Observation> {
  try {
    return await look(context, recognizerOf(context), client.id);
  } catch {
    return unseen(client.id, detail);
  }
}
