import type { Observation, Request } from '../core/model.ts';
import { plan as planFor, type Plan } from '../core/plan.ts';
import { withinDesktop } from '../core/rules/all-is-what-the-person-sees.ts';
import type { ObserveContext, RunContext } from './context.ts';
import { look } from './look.ts';
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
  return { plan: planned.plan, seen };
}
