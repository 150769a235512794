import { map, type Known } from '../core/known.ts';
import type { Listing } from '../core/listing.ts';
import type { Observation, Plan, Request } from '../core/model.ts';
import { plan } from '../core/plan.ts';
import { REQUESTS } from '../core/requests/index.ts';
import { wantedBy } from '../core/requests/purge.ts';
import { withinDesktop } from '../core/rules/all-is-what-the-person-sees.ts';
import type { ObserveContext, RunContext } from './context.ts';
import { look } from './look.ts';
import { recognizerOf } from './recognizer-of.ts';
import { clientOf } from './run.ts';

export interface Preview {
  readonly plan: Plan;
  readonly seen: Observation;
  /** Of a purge: exactly what would go, also where the client has to leave first. */
  readonly listing?: Known<Listing>;
}

/** What would be done: the stages up to the plan, without a lock. Changes nothing. */
export async function previewOf(
  context: ObserveContext & Pick<RunContext, 'policy' | 'origin'>,
  request: Request,
): Promise<Preview> {
  const { machine, policy, origin } = context;
  const client = clientOf(context, request.client);
  const inside = withinDesktop(recognizerOf(context), request);
  const seen = await look(context, inside, client.id);
  const planned = plan({
    ...{ client, platform: machine.platform, seen, request, policy },
    ...(origin ? { origin } : {}),
  });
  if (
    REQUESTS[request.kind].about !== 'files' ||
    planned.refusals.some(({ code }) => code === 'not-removable')
  )
    return { plan: planned, seen };
  const listed = await machine.files.list(client, wantedBy(request));
  return { plan: planned, seen, listing: map(listed, ({ listing }) => listing) };
}
