import type { OrderRefusalCode } from '../../core/order/refusals.ts';

const AGAIN = 'Ask for a new order: clean-exit request';

/** Why an order does not run: each check has a sentence of its own, and nothing was done. */
export const orderRefusals = {
  'order-other-device': {
    what: 'The order is for another computer.',
    next: 'Run it there, or ask for one for this computer, which it names: clean-exit device',
  },
  'order-no-device': {
    what: 'This computer does not say which one it is, so no order can be for it.',
    next: 'On Linux, let /etc/machine-id be made: systemd-machine-id-setup',
  },
  'order-expired': { what: 'The time of the order is over.', next: AGAIN },
  'order-clock': {
    what: 'The clock of this computer is behind what was written down before: it was set back, or is wrong.',
    next: 'Set the clock right, then run the order again.',
  },
  'order-used': { what: 'The order has run already; an order runs once.', next: AGAIN },
  'order-not-kept': {
    what: 'Clean Exit could not write down that the order runs, so it did not run it.',
    next: 'See what is the matter with the state folder: clean-exit doctor',
  },
  'order-other-policy': {
    what: 'Another policy is in force than the one that the order was approved under.',
    next: 'Ask for a new order under the policy of today: clean-exit request',
  },
  'order-unknown-client': {
    what: 'The order names an app that this computer does not know.',
    next: 'See which apps are known: clean-exit clients',
  },
  'order-changed': {
    what: 'What would be done now is not what was approved.',
    next: 'Ask for a new order: clean-exit request. Without --exactly, a restarted app does not matter.',
  },
  'order-too-few': {
    what: 'Two different persons have to approve the order.',
    next: 'Let a second person approve it: clean-exit approve order.json',
  },
  'order-one-person': {
    what: 'Both approvals are by the same person.',
    next: 'Let another person approve it, with a name of their own in allowed_signers: clean-exit approve order.json',
  },
  'order-one-key': {
    what: 'Both approvals are by the same key.',
    next: 'Let the other person sign with their own key: clean-exit approve order.json --key FILE',
  },
  'order-not-for-this': {
    what: 'An approval is for another order.',
    next: 'Approve just this order: clean-exit approve order.json',
  },
  'order-bad-signature': {
    what: 'A signature is wrong: it was changed, or is no signature.',
    next: 'Let that person approve it again: clean-exit approve order.json',
  },
  'order-wrong-namespace': {
    what: 'A signature was made for something else than an order.',
    next: 'Sign by Clean Exit, or with ssh-keygen -n clean-exit-order: clean-exit approve order.json',
  },
  'order-unknown-signer': {
    what: 'A key that signed is not in allowed_signers, or may not sign orders.',
    next: 'Let the administrator add the key of that person to allowed_signers.',
  },
  'order-signer-expired': {
    what: 'A key that signed may not sign now (valid-after, valid-before in allowed_signers).',
    next: 'Let the administrator renew the key, or let another person approve it.',
  },
  'order-signer-pattern': {
    what: 'A key that signed stands in allowed_signers for any name, which is no person.',
    next: 'Let the administrator write the name of that person there, without * ? !',
  },
  'order-no-signers': {
    what: 'Nobody has said who may approve orders: there is no allowed_signers file.',
    next: 'Let the administrator write allowed_signers into the managed folder of Clean Exit.',
  },
  'order-not-checked': {
    what: 'The signatures could not be checked.',
    next: 'Where a file is named, let the administrator make it writable for root alone; else install OpenSSH (Debian: apt install openssh-client).',
  },
} satisfies Record<OrderRefusalCode, { what: string; next: string }>;
