import type { Demand } from '../../core/demand.ts';
import type { Refusal } from '../../core/model.ts';
import { rootIdentities } from '../../core/root-identities.ts';
import type { Consent } from '../../core/receipt.ts';
import type { Planned } from '../run-state.ts';
import { look, lookPastHidden } from '../look.ts';
import { startedBy, withMore } from '../started.ts';
import { plan } from './plan.ts';

/**
 * Gets what the plan demands, of whatever kind, one after the other. What is not given is not done, and the receipt
 * says why. After a yes to a question the engine looks again: a dialog takes time.
 */
export async function satisfy(run: Planned): Promise<Planned> {
  let so = run;
  for (const demand of run.plan.demands ?? []) {
    // Of a request that was called off each step says so; what is refused already is asked about by nobody.
    if (isCancelled(run) || run.filesRefusal) return so;
    const answer = await answerTo(so, demand);
    if ('refusal' in answer) return isCancelled(run) ? so : withheld(so, demand, answer.refusal);
    so = { ...(await lookAgainAfter(so, demand, answer.consent)), consent: answer.consent };
  }
  return so;
}

type Answer = { readonly consent: Consent } | { readonly refusal: Refusal };

const isCancelled = ({ context }: Planned): boolean => context.ui.signal?.aborted === true;

async function answerTo(run: Planned, demand: Demand): Promise<Answer> {
  const { context, client, request } = run;
  const list = demand.kind === 'confirm-force' ? {} : { list: demand.listing.code };
  // The person agreed to a list that was shown before.
  if (demand.kind !== 'confirm-force' && typeof request.consent === 'object')
    return request.consent.list === demand.listing.code
      ? { consent: { by: 'list', ...list } }
      : { refusal: { code: 'changed', subject: client.id, detail: `list ${demand.listing.code}` } };
  const answer = await context.ui.satisfy?.({ ...demand, client });
  if (answer) return { consent: { by: answer, ...list } };
  const code = answer === undefined ? 'needs-consent' : 'declined';
  return { refusal: { code, subject: client.id } };
}

/** What is left of a plan whose demand was not met. */
function withheld(run: Planned, demand: Demand, refusal: Refusal): Planned {
  switch (demand.kind) {
    case 'confirm-force': {
      const refusals = [...run.plan.refusals, refusal];
      return { ...run, plan: { request: run.request, steps: [], refusals } };
    }
    case 'consent':
    case 'consent-reset':
      return { ...run, filesRefusal: refusal };
  }
}

/** Of files each batch asks by itself whether the client is still gone. Where nobody was asked no time went by. */
const lookAgainAfter = (
  run: Planned,
  { kind }: Demand,
  { by }: Consent,
): Promise<Planned> | Planned =>
  kind === 'confirm-force' && by !== 'option' ? planAgain(run) : run;

/** For the roots that were there before the question: nobody was asked about what came meanwhile. */
async function planAgain(run: Planned): Promise<Planned> {
  const { processes } = run.before;
  if (!processes.known) return run;
  const request = { ...run.request, only: run.request.only ?? rootIdentities(processes.value) };
  const { context, client, recognize } = run;
  const { machine } = context;
  // What was seen before the question is remembered: it may have begun to hide itself.
  const once = () => look(context, recognize, client.id);
  const before = await lookPastHidden(once, machine.clock);
  const started = withMore(run.started, await startedBy(machine.processes, before));
  return plan({ ...run, request, before, started });
}
