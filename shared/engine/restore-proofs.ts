import { demandedProofs } from '../core/every-demand.ts';
import type { ClientId, Refusal } from '../core/model.ts';
import type { GivenProof } from '../core/proof.ts';
import type { RunContext } from './context.ts';
import { hexDigest } from './meaning.ts';
import { prove, whyImpossible } from './prove.ts';

/** What was proved before something is put back, or why it is refused. */
export interface RestoreProofs {
  readonly proofs?: readonly GivenProof[];
  readonly refusal?: Refusal;
}

/**
 * Gets each proof that the policy demands before this client's files are put back; `record` names what. The caller
 * looks again afterwards: a dialog takes time.
 */
export async function proofsToRestore(
  context: RunContext,
  id: ClientId,
  record: string,
): Promise<RestoreProofs> {
  const demands = demandedProofs(context.policy, 'restore', context.trigger).map(
    (proof) => ({ kind: 'proof', proof }) as const,
  );
  const client = context.clients.find((one) => one.id === id);
  if (demands.length === 0 || !client) return {};
  const asking = {
    ...{ context, client, deed: 'restore' as const, demands },
    digest: async () => hexDigest(['restore', id, record, await context.digestOf(context.policy)]),
  };
  const impossible = await whyImpossible(asking);
  if (impossible) return { refusal: impossible };
  let proofs: readonly GivenProof[] = [];
  for (const { proof } of demands) {
    const answer = await prove({ ...asking, proofs }, proof);
    if ('refusal' in answer) return { proofs, refusal: answer.refusal };
    proofs = answer.proofs ?? proofs;
  }
  return { proofs };
}
