import type { Client } from '../core/client.ts';
import { known } from '../core/known.ts';
import type { Observation, Request } from '../core/model.ts';
import { plan as planFor, type Plan, type PlannedWipe } from '../core/plan.ts';
import { wipedBy } from '../core/requests/wipe.ts';
import { withinDesktop } from '../core/rules/all-is-what-the-person-sees.ts';
import type { ObserveContext, RunContext } from './context.ts';
import { look, unseen } from './look.ts';
import { recognizerOf } from './recognizer-of.ts';
import { clientOf } from './run.ts';
import { list } from './stages/list.ts';

export interface PreviewOptions {
  /** A run of just this list may follow: where nothing is written meanwhile, it takes the list as it is. */
  readonly thenRun?: boolean;
}

export interface Preview {
  readonly plan: Plan;
  readonly seen: Observation;
}

/** What would be done: the stages up to the plan with its listing, without a lock. Changes nothing. */
export async function previewOf(
  context: ObserveContext & Pick<RunContext, 'policy' | 'origin' | 'trigger'>,
  request: Request,
  { thenRun = false }: PreviewOptions = {},
): Promise<Preview> {
  const { machine, policy, origin, trigger } = context;
  const client = clientOf(context, request.client);
  const inside = withinDesktop(recognizerOf(context), request);
  const seen = await look(context, inside, client.id);
  const plan = planFor({
    ...{ client, platform: machine.platform, seen, request, policy, trigger },
    ...(origin ? { origin } : {}),
  });
  const planned = await list(
    { context, client, request, plan },
    thenRun ? 'preview-to-run' : 'preview',
  );
  const wipe = await wipeOf(context, client, request);
  return { plan: { ...planned.plan, ...(wipe ? { wipe } : {}) }, seen };
}

/** What the request would go on to remove; as if its client were gone already. */
async function wipeOf(
  { machine, policy, origin, trigger, ...context }: Parameters<typeof previewOf>[0],
  client: Client,
  request: Request,
): Promise<PlannedWipe | undefined> {
  const tiers = wipedBy(request, policy, origin);
  if (tiers.length === 0) return undefined;
  const gone = { ...unseen(client.id, ''), processes: known([]) };
  const purge: Request = { kind: 'purge', client: client.id, tiers };
  const would = planFor({
    ...{ client, platform: machine.platform, seen: gone, request: purge, policy, trigger },
    ...(origin ? { origin } : {}),
  });
  const listed = await list(
    { context: { ...context, machine }, client, request: purge, plan: would },
    'preview',
  );
  const { listing, refusals } = listed.plan;
  return { tiers, refusals, ...(listing ? { listing } : {}) };
}
