import type { ResetListing, Listing } from './listing.ts';
import type { ProofKind } from './proof.ts';

/** What has to be given before a plan may be carried out; the plan says which. */
export type Demand =
  /** The roots of this client may be ended by force. */
  | { readonly kind: 'confirm-force' }
  /** Just these files may go. */
  | { readonly kind: 'consent'; readonly listing: Listing }
  /** Just these files and folders may be set aside. */
  | { readonly kind: 'consent-reset'; readonly listing: ResetListing }
  /** What the policy wants proved. */
  | { readonly kind: 'proof'; readonly proof: ProofKind };

/** What a demand is called: each name is asked for at most once in a run. */
export const demandName = (
  demand: Demand,
): 'confirm-force' | 'consent' | 'consent-reset' | ProofKind =>
  demand.kind === 'proof' ? demand.proof : demand.kind;
