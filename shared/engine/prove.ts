import { PROOF_SURFACES } from '../core/proof-surfaces.ts';
import type { Refusal } from '../core/model.ts';
import type { ProofAnswer, ProofKind, ProofRefusal } from '../core/proof.ts';
import type { Agreement } from '../core/receipt.ts';
import type { Answer } from './answer.ts';
import type { Asking } from './asking.ts';

/** Why the proofs that this plan demands cannot all be had, before a person is asked for the first of them. */
export async function whyImpossible(asking: Asking): Promise<Refusal | undefined> {
  for (const demand of asking.demands) {
    const why = demand.kind === 'proof' ? await whyNot(asking, demand.proof) : undefined;
    if (why) return refusalOf(asking, why);
  }
  return undefined;
}

/** Gets one proof, or why not: the receipt then names the surface that can get it. */
export async function prove(asking: Asking, kind: ProofKind): Promise<Answer> {
  const { shared } = asking.context.ui;
  const get = (): Promise<ProofAnswer> => answerOf(asking, kind);
  const answer = await (shared && IS_SHARED.has(kind) ? once(shared, kind, get) : get());
  if ('refused' in answer) return { refusal: refusalOf(asking, answer.refused) };
  const { given } = answer;
  // Nobody was asked where the command line, or a yes of before, was the answer.
  const tookTime = kind !== 'two-persons' && !(kind === 'confirm' && given.by !== 'question');
  return { proofs: [...(asking.proofs ?? []), given], tookTime };
}

/** These prove that a person is here; a signature is over what the plan means. */
const IS_SHARED: ReadonlySet<ProofKind> = new Set(['confirm', 'presence', 'code', 'volume']);

function once(
  all: Map<ProofKind, Promise<ProofAnswer>>,
  kind: ProofKind,
  get: () => Promise<ProofAnswer>,
): Promise<ProofAnswer> {
  const answer = all.get(kind) ?? get();
  all.set(kind, answer);
  return answer;
}

async function whyNot(asking: Asking, kind: ProofKind): Promise<ProofRefusal | undefined> {
  const { context } = asking;
  switch (kind) {
    case 'confirm': {
      // A yes to force or to a list is one to this as well.
      const isAskedElse = asking.demands.some((one) => one.kind !== 'proof');
      const canAsk = context.ui.asks?.includes(kind) || isAskedElse;
      return canAsk ? undefined : notHere(kind, context.surface);
    }
    case 'presence':
    case 'volume':
    case 'signature':
      return context.machine.proofs?.kinds.includes(kind)
        ? undefined
        : notHere(kind, context.surface);
    case 'code':
      if (!context.codes || !context.ui.asks?.includes('code'))
        return notHere(kind, context.surface);
      // One that others share is spent already where this one comes to it.
      return context.ui.shared?.has(kind) ? undefined : context.codes.whyNot();
    case 'two-persons':
      return context.approvedBy ? undefined : { kind, why: 'not-available', detail: 'no-order' };
  }
}

async function answerOf(asking: Asking, kind: ProofKind): Promise<ProofAnswer> {
  const { context, client } = asking;
  const { ui, machine } = context;
  switch (kind) {
    case 'confirm': {
      const before = asking.consent?.by;
      if (before !== undefined && before !== 'option') return { given: { kind, by: before } };
      const said = await ui.satisfy?.({ kind: 'proof', proof: kind, client });
      if (typeof said === 'string') return { given: { kind, by: said satisfies Agreement } };
      return { refused: said === false ? declined(kind) : notHere(kind, context.surface) };
    }
    case 'code': {
      const said = await ui.satisfy?.({ kind: 'proof', proof: kind, client });
      if (typeof said === 'object')
        return (await context.codes?.check(said.code)) ?? lacking(asking, kind);
      return { refused: said === false ? declined(kind) : notHere(kind, context.surface) };
    }
    case 'presence':
    case 'volume':
    case 'signature': {
      const { proofs } = machine;
      if (!proofs?.kinds.includes(kind)) return lacking(asking, kind);
      const reason = ui.proofReason ?? `Clean Exit: ${asking.deed}, ${client.name}`;
      const digest = await asking.digest();
      return proofs.prove({ kind, reason, digest, ...(ui.signal ? { signal: ui.signal } : {}) });
    }
    case 'two-persons':
      return context.approvedBy
        ? { given: { kind, by: context.approvedBy.join(', ') } }
        : lacking(asking, kind);
  }
}

const declined = (kind: ProofKind): ProofRefusal => ({ kind, why: 'declined' });

const lacking = ({ context }: Asking, kind: ProofKind): ProofAnswer => ({
  refused: notHere(kind, context.surface),
});

/** This surface cannot get it: others may. */
const notHere = (kind: ProofKind, surface: string): ProofRefusal => ({
  ...{ kind, why: 'not-available', detail: 'surface' },
  surfaces: PROOF_SURFACES[kind].filter((one) => one !== surface),
});

const refusalOf = ({ client }: Asking, proof: ProofRefusal): Refusal => ({
  code: proof.why === 'declined' ? 'declined' : 'needs-proof',
  subject: client.id,
  proof,
});
