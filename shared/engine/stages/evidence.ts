import { asError } from '../../core/as-error.ts';
import { unknown } from '../../core/known.ts';
import { whyLine } from '../../core/receipt.ts';
import { meaningOf } from '../meaning.ts';
import type { Judged } from '../run-state.ts';

/**
 * Where the policy wants evidence, one picture of the screen after an exit that was carried out, with the digest of the
 * plan drawn into it. A picture that cannot be taken changes no verdict: the receipt says why there is none.
 */
export async function evidence(run: Judged): Promise<Judged> {
  const { context, client, request, plan, acted } = run;
  const isExit = ['exit', 'force', 'wipe'].includes(request.kind);
  // A picture is personal information: where nobody was asked or ended there is nothing to show.
  const isDone = acted.outcomes.some(
    ({ kind, outcome }) => outcome === 'done' && LEAVING.has(kind),
  );
  if (context.policy.evidence !== 'picture' || !isExit || !isDone || plan.refusals.length > 0)
    return run;
  const digest = await meaningOf(run);
  const at = new Date(context.machine.clock.now()).toISOString();
  const text = `Clean Exit ${client.id} ${at} ${digest}`;
  const name = `${at.replace(/[^0-9]/g, '')}-${client.id}.png`;
  const taken = await (context.machine.evidence?.picture(text, name) ?? NONE).catch(
    (error: unknown) => unknown('failed', asError(error).message),
  );
  const more = taken.known ? taken.value : whyLine(taken.why);
  return { ...run, evidence: { digest, ...more } };
}

const NONE = Promise.resolve(unknown('unsupported', 'no pictures on this system'));

/** What makes a client leave. */
const LEAVING: ReadonlySet<string> = new Set(['ask', 'end']);
