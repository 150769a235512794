import type { Refusal } from '../core/model.ts';
import type { Planned } from './run-state.ts';

/** What a demand came to; where a person was asked, time went by. */
export type Answer =
  | (Pick<Planned, 'consent' | 'proofs'> & { readonly tookTime: boolean })
  | { readonly refusal: Refusal };
