import type { Client } from '../../core/client.ts';
import { known, map, unknown, type Known } from '../../core/known.ts';
import type { Request } from '../../core/model.ts';
import { withResetListing, withListing, type Plan } from '../../core/plan.ts';
import { REQUESTS } from '../../core/requests/index.ts';
import { wantedBy } from '../../core/requests/purge.ts';
import type { ResetListed } from '../../machine/port/resets.ts';
import type { Listed } from '../../machine/port/files.ts';
import type { ObserveContext, RequestUi } from '../context.ts';
import { restOf } from '../measure.ts';

/** All that a listing needs: no lock, no process. */
interface Listable {
  readonly context: ObserveContext & { readonly ui?: RequestUi };
  readonly client: Client;
  readonly request: Request;
  readonly plan: Plan;
}

/** For whom is listed: a run, a preview, or a preview that a run follows. */
type Whose = 'run' | 'preview' | 'preview-to-run';

/**
 * Lists exactly what a purge would take: its listing is part of its plan, and so is the consent to it. A preview lists
 * also what a refused plan would take, once the client has left.
 */
export async function list<R extends Listable>(
  run: R,
  whose: Whose = 'run',
): Promise<R & { readonly listed?: Known<Listed>; readonly resetListed?: Known<ResetListed> }> {
  const { context, client, request, plan } = run;
  const isNever = plan.refusals.some(({ code }) => code === 'not-removable');
  if (REQUESTS[request.kind].about !== 'files' || isNever) return run;
  if (plan.steps.length === 0 && whose === 'run') return run;
  // Of a request that was called off each step says so.
  if (context.ui?.signal?.aborted) return run;
  context.ui?.onProgress?.({ doing: 'listing', subject: client.id });
  if (request.kind === 'reset') {
    const everything = request.everything ?? false;
    const found = await (context.machine.files.resets?.list(client, everything) ??
      Promise.resolve(unknown('unsupported')));
    const listing = map(found, (one) => one.listing);
    return { ...run, resetListed: found, plan: withResetListing(plan, listing) };
  }
  const wanted = wantedBy(request);
  const { files } = context.machine;
  const kept = whose === 'run' ? context.carry.listings.take(request) : undefined;
  // A purge looks once for its list, its quiet time and its receipt.
  const listed = kept
    ? known(kept)
    : await (whose === 'preview'
        ? files.list(client, wanted)
        : files.list(client, wanted, undefined, restOf(wanted.tiers)));
  if (whose === 'preview-to-run' && listed.known)
    context.carry.listings.keep(request, listed.value);
  return {
    ...run,
    listed,
    plan: withListing(
      plan,
      map(listed, ({ listing }) => listing),
    ),
  };
}
