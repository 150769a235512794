import { en } from '../../words/en.ts';
import { known, unknown } from '../../core/known.ts';
import { mayUseFiles, remainingOf, type Receipt } from '../../core/receipt.ts';
import { REQUESTS } from '../../core/requests/index.ts';
import { keep } from '../keep.ts';
import { QUICK_COUNT } from '../look.ts';
import { measure } from '../measure.ts';
import { refusalLine } from '../refusal-line.ts';
import type { Judged } from '../run-state.ts';

/** Writes the receipt and keeps it. */
export async function record(run: Judged): Promise<Receipt> {
  const { context, client, request, began, plan, acted, after, verdict, lock } = run;
  const { machine, say = en, surface } = context;
  // Who did not ask about files gets no question of the system about them.
  const mayLook = !machine.asksBeforeFiles || REQUESTS[request.kind].about === 'files';
  const sizes =
    after.processes.known && mayLook
      ? await measure(machine, client, QUICK_COUNT)
      : unknown('not-looked');
  const unmerged = mayLook ? () => machine.unmerged(client) : () => unknown('not-looked');
  const lockedIn = lock.granted ? lock.elsewhere : undefined;
  return keep(context.record, {
    schema: 'clean-exit/receipt/1',
    client: request.client,
    request: request.kind,
    ...(request.then ? { then: request.then } : {}),
    verdict,
    steps: acted.outcomes,
    refusals: [...plan.refusals, ...acted.refusals].map((refusal) =>
      refusalLine(refusal, say.refusal[refusal.code].next),
    ),
    // Journals of a client that still runs are in use, not left.
    left: remainingOf(after, sizes, mayUseFiles(after) ? known([]) : await unmerged()),
    ...(acted.removed === undefined ? {} : { removed: acted.removed }),
    ...(lockedIn === undefined ? {} : { lockedIn }),
    elapsedMs: machine.now() - began,
    at: new Date(machine.now()).toISOString(),
    surface,
  });
}
