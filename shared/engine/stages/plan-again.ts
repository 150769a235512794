import { map, type Known } from '../../core/known.ts';
import { withListing, withResetListing, type Plan } from '../../core/plan.ts';
import { REQUESTS } from '../../core/requests/index.ts';
import { rootIdentities } from '../../core/root-identities.ts';
import type { Planned } from '../run-state.ts';
import { look, lookPastHidden } from '../look.ts';
import { startedBy, withMore } from '../started.ts';
import { plan } from './plan.ts';

/**
 * Looks and plans once more after a person was asked, for what was there before the question: nobody was asked about
 * roots that came meanwhile, and of files just those go that were listed. So a new plan never does more.
 */
export async function planAgain(run: Planned): Promise<Planned> {
  const { processes } = run.before;
  if (!processes.known) return run;
  const isAboutFiles = REQUESTS[run.request.kind].about === 'files';
  const only = run.request.only ?? rootIdentities(processes.value);
  const request = isAboutFiles ? run.request : { ...run.request, only };
  const { context, client, recognize } = run;
  const { machine } = context;
  // What was seen before the question is remembered: it may have begun to hide itself.
  const once = () => look(context, recognize, client.id);
  const before = await lookPastHidden(once, machine.clock);
  const started = withMore(run.started, await startedBy(machine.processes, before));
  const bare = plan({ ...run, request, before, started });
  const again = listedAgain(bare.plan, run);
  if (signOf(again) !== signOf(run.plan)) context.ui.onPlan?.(again);
  return { ...run, ...bare, plan: again };
}

/** A plan with what was listed before the question: no other thing goes. */
function listedAgain(plan: Plan, { listed, resetListed }: Planned): Plan {
  const listingOf = <T>(found: Known<{ readonly listing: T }>): Known<T> =>
    map(found, ({ listing }) => listing);
  if (listed) return withListing(plan, listingOf(listed));
  return resetListed ? withResetListing(plan, listingOf(resetListed)) : plan;
}

/** What a person would see changed: who is asked or ended, who is left alone, what is refused. */
const signOf = ({ steps, refusals, spared = [] }: Plan): string =>
  JSON.stringify([
    steps.map((step) => [
      step.kind,
      'root' in step ? step.root.pid : 'roots' in step && step.roots.map(({ pid }) => pid),
    ]),
    refusals.map(({ code }) => code),
    spared.map(({ pid }) => pid),
  ]);
