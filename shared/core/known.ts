import { asError } from './as-error.ts';
/** Why a fact could not be seen: a stable code to branch on, and what the machine said. */
export interface Why {
  readonly code:
    | 'denied' // the system forbids it to us
    | 'failed' // the probe broke or answered nonsense
    | 'timeout' // the probe did not answer in time
    | 'unsupported' // this machine has no way to see it
    | 'not-looked' // nobody asked for it
    | 'too-many' // more than one quick look may count
    | 'not-understood' // it answered in words that we do not know
    | 'two-observers'; // a second observer sees what the first one does not
  readonly detail?: string;
}

/** A fact, or the reason why it is not known. Never `null`, `-1` or `[]` in its place. */
export type Known<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly why: Why };

/** A reason as one text, to be shown and never to be parsed. */
export const whyText = ({ code, detail }: { code: string; detail?: string }): string =>
  detail === undefined ? code : `${code}: ${detail}`;

export const known = <T>(value: T): Known<T> => ({ known: true, value });

export const unknown = (
  code: Why['code'],
  detail?: string,
): Extract<Known<never>, { known: false }> => ({
  known: false,
  why: detail === undefined ? { code } : { code, detail },
});

/** What somebody threw instead of an answer. */
export const failure = (error: unknown): Known<never> => unknown('failed', asError(error).message);

/** The fact if we have it, else `otherwise`; only for places where both mean the same deed. */
export const valueOr = <T, U>(fact: Known<T>, otherwise: U): T | U =>
  fact.known ? fact.value : otherwise;

/** Applies `change` to a fact; ignorance stays ignorance, with its reason. */
export const map = <T, U>(fact: Known<T>, change: (value: T) => U): Known<U> =>
  fact.known ? known(change(fact.value)) : fact;
