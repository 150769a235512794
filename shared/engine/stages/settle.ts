import { whyText } from '../../core/known.ts';
import type { Refusal } from '../../core/model.ts';
import { wantedBy } from '../../core/requests/purge.ts';
import { mayTouch } from '../may-touch.ts';
import type { Planned } from '../run-state.ts';
import { settle as waitUntilQuiet } from '../steps/wait.ts';
import { list } from './list.ts';

/**
 * Before files go their client has been quiet for as long as the plan says. A person is asked about what is there
 * then: where something was written during a wait, it is listed again.
 */
export async function settle(run: Planned): Promise<Planned> {
  const { context, listed, resetListed, plan } = run;
  const { signal } = context.ui;
  const step = plan.steps.find((one) => one.kind === 'settle');
  // Of a request that was called off each step says so.
  if (!(listed ?? resetListed) || !step || signal?.aborted) return run;
  const beside = listed?.known ? listed.value.beside : undefined;
  const settled = await waitUntilQuiet(run, step, beside?.lastActivity);
  if (signal?.aborted) return { ...run, settled };
  const hasWaited = settled.outcomes.some(({ outcome }) => outcome !== 'already');
  const after = hasWaited && !beside?.isStill() ? await list(run) : run;
  const refusal = await refusalOf(after);
  return { ...after, settled, ...(refusal ? { filesRefusal: refusal } : {}) };
}

/** Why nothing of what was listed may go, whatever the person says. */
async function refusalOf(run: Planned): Promise<Refusal | undefined> {
  const { client, request, listed, resetListed } = run;
  if (resetListed)
    return resetListed.known
      ? mayTouch(run, resetListed.value.shares)
      : { code: 'blind', subject: client.id, detail: whyText(resetListed.why) };
  if (!listed?.known) {
    const why = listed && { detail: whyText(listed.why) };
    return { code: 'blind', subject: client.id, ...why };
  }
  const { listing, shares } = listed.value;
  const away = await mayTouch(run, shares);
  if (away) return away;
  const { account } = wantedBy(request);
  return account === undefined || listing.accounts.includes(account)
    ? undefined
    : { code: 'no-such-account', subject: account, detail: listing.accounts.join(', ') };
}
