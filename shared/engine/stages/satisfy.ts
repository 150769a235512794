import { demandName, type Demand } from '../../core/demand.ts';
import type { Refusal } from '../../core/model.ts';
import type { Consent } from '../../core/receipt.ts';
import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Planned } from '../run-state.ts';
import { planAgain } from './plan-again.ts';
import { meaningOf } from '../meaning.ts';
import { prove, whyImpossible } from '../prove.ts';

/**
 * Gets what the plan demands, of whatever kind, one after the other and each at most once. What is not given is not
 * done, and the receipt says why. After each answer of a person the engine looks and plans again: a dialog takes time.
 */
export async function satisfy(run: Planned): Promise<Planned> {
  // Nobody is asked for one proof where another one cannot be had.
  const impossible = isCancelled(run) ? undefined : await whyImpossible(askingOf(run));
  if (impossible) return withheld(run, impossible);
  const asked = new Set<string>();
  let so = run;
  for (;;) {
    const demand = so.plan.demands?.find((one) => !asked.has(demandName(one)));
    // Of a request that was called off each step says so; what is refused already is asked about by nobody.
    if (!demand || isCancelled(so) || so.filesRefusal) return so;
    asked.add(demandName(demand));
    const answer = await (demand.kind === 'proof'
      ? prove(askingOf(so), demand.proof)
      : agreed(so, demand));
    if ('refusal' in answer) return isCancelled(so) ? so : withheld(so, answer.refusal, demand);
    const { tookTime, ...given } = answer;
    so = { ...so, ...given };
    if (tookTime) so = await planAgain(so);
  }
}

const askingOf = (run: Planned): Asking => ({
  ...run,
  deed: run.request.kind,
  demands: run.plan.demands ?? [],
  digest: () => meaningOf(run),
});

const isCancelled = ({ context }: Planned): boolean => context.ui.signal?.aborted === true;

async function agreed(
  { context, client, request }: Planned,
  demand: Exclude<Demand, { kind: 'proof' }>,
): Promise<Answer> {
  const list = demand.kind === 'confirm-force' ? {} : { list: demand.listing.code };
  // The person agreed to a list that was shown before.
  if (demand.kind !== 'confirm-force' && typeof request.consent === 'object')
    return request.consent.list === demand.listing.code
      ? yes({ by: 'list', ...list }, false)
      : { refusal: { code: 'changed', subject: client.id, detail: `list ${demand.listing.code}` } };
  const answer = await context.ui.satisfy?.({ ...demand, client });
  // Of files each batch asks by itself whether the client is still gone. Where nobody was asked no time went by.
  if (typeof answer === 'string')
    return yes({ by: answer, ...list }, demand.kind === 'confirm-force' && answer !== 'option');
  const code = answer === undefined ? 'needs-consent' : 'declined';
  return { refusal: { code, subject: client.id } };
}

const yes = (consent: Consent, tookTime: boolean): Answer => ({ consent, tookTime });

/** What is left of a plan whose demand was not met; for a refused list the receipt names the removal that was not done. */
function withheld(run: Planned, refusal: Refusal, demand?: Demand): Planned {
  if (demand?.kind === 'consent' || demand?.kind === 'consent-reset')
    return { ...run, filesRefusal: refusal };
  const refusals = [...run.plan.refusals, refusal];
  return { ...run, plan: { request: run.request, steps: [], refusals } };
}
