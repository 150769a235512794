import { known, unknown } from '../../core/known.ts';
import { mayUseFiles, type Receipt } from '../../core/receipt.ts';
import { wantedBy } from '../../core/requests/purge.ts';
import { REQUESTS } from '../../core/requests/index.ts';
import { keepNoted } from '../noting.ts';
import { QUICK_COUNT } from '../look.ts';
import { measure, sizesLeft } from '../measure.ts';
import { askedBy, receiptOf } from '../receipt-of.ts';
import type { Judged } from '../run-state.ts';

/** Writes the receipt and keeps it. */
export async function record(run: Judged): Promise<Receipt> {
  const { context, client, request, began, plan, acted, after, verdict, lock, secondLook } = run;
  const { machine } = context;
  // Who did not ask about files gets no question of the system about them.
  const mayLook = !machine.files.asksBefore || REQUESTS[request.kind].about === 'files';
  const seen = seenIn(run);
  const sizes =
    after.processes.known && mayLook
      ? (seen?.sizes ?? (await measure(machine.files, client, QUICK_COUNT)))
      : unknown('not-looked');
  const unmerged = async () =>
    mayLook ? (seen?.unmerged ?? (await machine.files.unmerged(client))) : unknown('not-looked');
  const lockedIn = lock.granted ? lock.elsewhere : undefined;
  const { consent, proofs, wiped, evidence } = run;
  const receipt = await receiptOf(context, askedBy(run.request), {
    ...{ began, verdict, after, sizes, outcomes: acted.outcomes },
    refusals: [...plan.refusals, ...acted.refusals],
    // Journals of a client that still runs are in use, not left.
    unmerged: mayUseFiles(after) ? known([]) : await unmerged(),
    more: {
      ...(wiped === undefined ? {} : { tiers: wiped }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(consent === undefined ? {} : { consent }),
      ...(proofs === undefined ? {} : { proofs }),
      ...(secondLook === undefined ? {} : { secondLook }),
      ...(acted.removed === undefined ? {} : { removed: acted.removed }),
      ...(acted.moved === undefined ? {} : { moved: acted.moved }),
      ...(lockedIn === undefined ? {} : { lockedIn }),
    },
  });
  return keepNoted(context, run.noted, receipt);
}

/** What a purge saw of the files already, where its client was gone from then on. */
function seenIn({ listed, request, acted, after }: Judged) {
  const isGone = after.processes.known && after.processes.value.length === 0;
  if (!listed?.known || !isGone) return undefined;
  const sizes = sizesLeft(listed.value, wantedBy(request), acted.removed?.files ?? 0);
  return { sizes, unmerged: listed.value.beside?.unmerged };
}
