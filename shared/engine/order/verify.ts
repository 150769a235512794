import { checkOrder, checkPlan, checkSteps } from '../../core/order/check-order.ts';
import type { Approver } from '../../core/order/approver.ts';
import type { Approval, Order } from '../../core/order/order.ts';
import { signedText } from '../../core/order/order.ts';
import type { OrderRefusal, OrderRefusalCode } from '../../core/order/refusals.ts';
import type { Request } from '../../core/model.ts';
import { twoPersons, type Signer } from '../../core/order/two-persons.ts';
import type { StepKind } from '../../core/order/step-kind.ts';
import { possibleKinds } from '../../core/order/step-kinds.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Checked } from '../../machine/port/signing.ts';
import { jointDigest } from '../../store/order-digest.ts';
import type { OrderBook } from '../../store/order-book.ts';
import type { RunContext } from '../context.ts';
import { previewOf } from '../preview.ts';
import { clientOf } from '../run.ts';

/** What each request of an order runs with. */
export interface Part {
  readonly request: Request;
  readonly context: RunContext;
}

/** What the checks of an order found. */
export interface Verified {
  readonly refusals: readonly OrderRefusal[];
  /** Whose approval is good; two where nothing refuses. */
  readonly approvers: readonly Approver[];
}

/** Each check of an order, all of them: who reads the refusal learns everything that is wrong with it. */
export async function verify(
  order: Order,
  digest: string,
  approvals: readonly Approval[],
  parts: readonly Part[],
  { machine, book }: { readonly machine: Machine; readonly book: OrderBook },
): Promise<Verified> {
  const device = await machine.device?.();
  const policies = await Promise.all(parts.map(({ context }) => context.digestOf(context.policy)));
  const here = {
    device: device?.known ? device.value : undefined,
    ...{ now: machine.clock.now(), latest: book.latest(), policy: jointDigest(policies) },
  };
  const signed = await signersOf(machine, digest, approvals);
  const early: OrderRefusal[] = [
    ...checkOrder(order, here),
    ...whyUsed(book, order.nonce),
    ...unknownClients(parts),
    ...signed.refusals,
  ];
  if (early.length > 0) return { ...signed, refusals: early };
  const previews = await Promise.all(
    parts.map(({ context, request }) => previewOf(context, request)),
  );
  const late = [
    ...checkSteps(order, stepsOf(parts)),
    ...previews.flatMap((one) => checkPlan(order, one.plan.request.client, one)),
  ];
  return { ...signed, refusals: late };
}

/** All that these requests may do, as an order says it. */
export const stepsOf = (parts: readonly Part[]): readonly StepKind[] =>
  [
    ...new Set(
      parts.flatMap(({ context, request }) => {
        const { machine, policy } = context;
        return possibleKinds(request, clientOf(context, request.client), machine.platform, policy);
      }),
    ),
  ].sort();

function whyUsed(book: OrderBook, nonce: string): readonly OrderRefusal[] {
  try {
    return book.isUsed(nonce) ? [{ code: 'order-used' }] : [];
  } catch (error) {
    return [{ code: 'order-not-kept', detail: String(error) }];
  }
}

const unknownClients = (parts: readonly Part[]): readonly OrderRefusal[] =>
  parts
    .filter(({ context, request }) => !context.clients.some(({ id }) => id === request.client))
    .map(({ request }) => ({ code: 'order-unknown-client', detail: request.client }));

const CODES: Readonly<Record<Extract<Checked, { why: string }>['why'], OrderRefusalCode>> = {
  'not-a-signature': 'order-bad-signature',
  'wrong-namespace': 'order-wrong-namespace',
  'bad-signature': 'order-bad-signature',
  'unknown-signer': 'order-unknown-signer',
  'signer-expired': 'order-signer-expired',
  'signer-pattern': 'order-signer-pattern',
  'no-signers': 'order-no-signers',
  'cannot-check': 'order-not-checked',
};

/** Those who approved just this order; where they are not two persons, why not. */
async function signersOf(
  machine: Machine,
  digest: string,
  approvals: readonly Approval[],
): Promise<Verified> {
  const found = await Promise.all(approvals.map((one) => signerOf(machine, digest, one)));
  const signers = found.flatMap((one) => ('key' in one ? [one] : []));
  const persons = twoPersons(signers);
  if ('approvers' in persons) return { refusals: [], approvers: persons.approvers };
  const wrong = found.flatMap((one) => ('code' in one ? [one] : []));
  const approvers = signers.map(({ principals, key }) => ({
    principal: principals.join(', '),
    key,
  }));
  return { refusals: [...wrong, persons.refusal], approvers };
}

async function signerOf(
  machine: Machine,
  digest: string,
  { order, signature, principal }: Approval,
): Promise<Signer | OrderRefusal> {
  if (order !== digest) return { code: 'order-not-for-this', detail: order };
  const signing = await machine.signing?.();
  if (!signing) return { code: 'order-not-checked' };
  const text = signedText(digest);
  const checked = await signing.check({ namespace: 'clean-exit-order', text, signature });
  if ('why' in checked)
    return { code: CODES[checked.why], ...(checked.detail ? { detail: checked.detail } : {}) };
  const isWho = principal === undefined || checked.principals.includes(principal);
  return isWho ? checked : { code: 'order-unknown-signer', detail: principal };
}
