import type { Desk } from './desk.ts';

/** What the docs say of a kind of attempt, and what a test has to find. */
export type Answer =
  | 'prevented' // nothing was done
  | 'seen' // something was done, and a receipt or the policy shows by what
  | 'not promised'; // something was done, and nothing of ours shows it

/** A kind of attempt: a row of the table in docs/threat-model.md. */
export type Kind =
  | 'no-proof'
  | 'wrong-proof'
  | 'other-trigger'
  | 'weaker-policy'
  | 'replaced-policy'
  | 'code-again'
  | 'code-guessed'
  | 'clock-back'
  | 'enrolled-again'
  | 'secret-read'
  | 'order-changed'
  | 'order-approval'
  | 'order-again'
  | 'order-elsewhere'
  | 'own-signers'
  | 'book-deleted'
  | 'hold'
  | 'by-other-means';

/** One attempt of the owner of an account. */
export interface Attempt {
  readonly kind: Kind;
  readonly title: string;
  /** Tries it, and answers what shows it afterwards. */
  readonly go: (desk: Desk) => Promise<Trace>;
}

/** Whether something of ours shows that it was done: absent where nothing does. */
export type Trace = string | undefined;

export const attempt = (kind: Kind, title: string, go: Attempt['go']): Attempt => ({
  ...{ kind, title, go },
});
