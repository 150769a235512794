import type { Approver } from './approver.ts';
import type { OrderRefusal } from './refusals.ts';

/** A good signature: the names that its key has in `allowed_signers`, and the key. */
export interface Signer {
  readonly principals: readonly string[];
  readonly key: string;
}

/** So many different persons approve an order. */
export const PERSONS = 2;

/**
 * Two signers who are different persons with different keys, or why there are no two such. Keys that share a name are
 * one person's.
 */
export function twoPersons(
  signers: readonly Signer[],
): { readonly approvers: readonly Approver[] } | { readonly refusal: OrderRefusal } {
  const pairs = signers.flatMap((a, at) => signers.slice(at + 1).map((b) => [a, b] as const));
  const pair = pairs.find(([a, b]) => a.key !== b.key && !shareName(a, b));
  if (pair) return { approvers: pair.map(approverOf) };
  const [first] = signers;
  if (first === undefined || signers.length < PERSONS)
    return { refusal: { code: 'order-too-few', detail: `${signers.length} of ${PERSONS}` } };
  const isOneKey = signers.every(({ key }) => key === first.key);
  return {
    refusal: isOneKey
      ? { code: 'order-one-key', detail: first.key }
      : { code: 'order-one-person', detail: first.principals.join(', ') },
  };
}

const shareName = (a: Signer, b: Signer): boolean =>
  a.principals.some((one) => b.principals.includes(one));

const approverOf = ({ principals, key }: Signer): Approver => ({
  principal: principals.join(', '),
  key,
});
