import type { Language } from '../../core/language.ts';
import type { Refusal } from '../../core/model.ts';
import type { GivenProof } from '../../core/proof.ts';
import type { Agreement, Receipt } from '../../core/receipt.ts';
import { notPutBack } from '../../words/not-put-back.ts';
import { proofRefusalInWords } from '../../words/proof-refusal-in-words.ts';
import { refusalInWords } from '../../words/refusal-in-words.ts';
import { words } from '../../words/words.ts';
import { localTime } from './local-time.ts';

/** Why something was refused and what to do next; of a proof, why it was not given. */
export function refusedInWords(
  { code, proof }: Refusal,
  { client, request }: Pick<Receipt, 'client' | 'request'>,
  lang: Language,
  options = '',
): { readonly what: string; readonly next: string } {
  return proof
    ? proofRefusalInWords(proof, words(lang), { client, request, time: timeIn })
    : refusalInWords(code, words(lang), { client, options });
}

/** A time in ms since 1970 where the reader is. */
export const timeIn = (ms: number): string => localTime(new Date(ms).toISOString());

/** What was proved, and by what. */
export function proofsInWords(all: readonly GivenProof[], lang: Language): string {
  const { by: said, kind: kinds, yes } = words(lang).proofs;
  const how = (by: string): string => (isYes(by) ? yes[by] : by);
  return all.map(({ kind, by }) => said(kinds[kind], how(by))).join(' · ');
}

const isYes = (by: string): by is Agreement | 'list' =>
  ['question', 'hold', 'option', 'list'].includes(by);

/** Why nothing was put back, and what to do next; `what` is what `restore` was called with. */
export const notBackInWords = (
  refusal: Refusal,
  what: string,
  name: string,
  lang: Language,
): { readonly what: string; readonly next: string } =>
  refusal.proof
    ? refusedInWords(refusal, { client: what, request: 'restore' }, lang)
    : notPutBack(refusal, words(lang), name);
