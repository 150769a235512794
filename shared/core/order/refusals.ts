/** Why an order does not run; stable codes, each one a check of its own. */
export const ORDER_REFUSALS = [
  'order-other-device', // it is for another computer
  'order-no-device', // this computer does not say which one it is
  'order-expired', // its time is over
  'order-clock', // the clock of this computer was set back, or is behind
  'order-used', // it ran already
  'order-not-kept', // that it ran could not be written down
  'order-other-policy', // another policy is in force now
  'order-unknown-client', // a client of it is not known here
  'order-changed', // what would be done, or what is there, is not what was approved
  'order-too-few', // not so many persons approved as have to
  'order-one-person', // the same person approved twice
  'order-one-key', // the same key signed twice
  'order-not-for-this', // an approval of another order
  'order-bad-signature', // what was signed is not this order
  'order-wrong-namespace', // the signature was made for something else
  'order-unknown-signer', // the key is nobody's who may approve
  'order-signer-expired', // the key may not sign now
  'order-signer-pattern', // the key is that of any name, which is nobody
  'order-no-signers', // nobody says who may approve
  'order-not-checked', // ssh-keygen could not be asked
] as const;

export type OrderRefusalCode = (typeof ORDER_REFUSALS)[number];

/** A check that failed, and what it found. */
export interface OrderRefusal {
  readonly code: OrderRefusalCode;
  readonly detail?: string;
}
