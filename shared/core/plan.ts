import { REQUESTS } from './requests/index.ts';
import { sparedRoots } from './requests/leaving.ts';
import { wipedBy } from './requests/wipe.ts';
import type { Demand } from './demand.ts';
import { demandedProofs } from './every-demand.ts';
import type { Known } from './known.ts';
import type { ResetListing, Listing } from './listing.ts';
import type { ClientProcess, Refusal, Request, Step, Tier } from './model.ts';
import type { PlanInput } from './plan-input.ts';
import { PROOF_KINDS } from './proof.ts';
import { refuseWhenBlind } from './rules/refuse-when-blind.ts';

/** What will be done and what will not. */
export interface Plan {
  readonly request: Request;
  readonly steps: readonly Step[];
  readonly refusals: readonly Refusal[];
  /** Of a purge: exactly what would go, also where the client has to leave first. */
  readonly listing?: Known<Listing>;
  /** What the same request goes on to remove, once its client is gone. */
  readonly wipe?: PlannedWipe;
  /** Of a reset: exactly what would be set aside. */
  readonly reset?: Known<ResetListing>;
  /** What has to be given before anything is ended or removed. */
  readonly demands?: readonly Demand[];
  /** Roots that the request does not mean, because the person did not see them. */
  readonly spared?: readonly ClientProcess[];
}

export interface PlannedWipe {
  readonly tiers: readonly Tier[];
  /** Why nothing of it would go. */
  readonly refusals: readonly Refusal[];
  readonly listing?: Known<Listing>;
}

/**
 * What will be done, in order, and what will not, with reasons. The same observation, request and
 * policy give the same plan; `--dry-run` is stopping here.
 */
export function plan(input: PlanInput): Plan {
  const { request } = input;
  const { about, needs, denies, steps: stepsOf } = REQUESTS[request.kind];
  const refusals = [
    ...refuseWhenBlind(input.client.id, needs(input.seen)),
    ...denies.flatMap((rule) => rule(input)),
  ];
  const isRefused = refusals.length > 0;
  const steps = isRefused ? [] : stepsOf(input);
  const spared = isRefused || about === 'files' ? [] : sparedRoots(input);
  const mayEnd = input.policy.force !== 'never';
  const ends = mayEnd && steps.some((step) => endsByForce(step, request));
  const demands: readonly Demand[] = [
    ...(ends ? [{ kind: 'confirm-force' } as const] : []),
    ...(isRefused || doesNothing(input, steps) ? [] : proofsFor(input, ends)),
  ];
  return {
    ...{ request, steps, refusals },
    ...(spared.length === 0 ? {} : { spared }),
    ...(demands.length === 0 ? {} : { demands }),
  };
}

/**
 * The plan with what it would take, in place of what was listed before; where the request asks for consent, just these
 * files go with a yes.
 */
export function withListing(plan: Plan, listing: Known<Listing>): Plan {
  const { demands: before = [], ...rest } = plan;
  const isAsked = plan.request.consent !== undefined && plan.steps.length > 0;
  const finds = listing.known && listing.value.files > 0;
  const demands: readonly Demand[] = [
    ...before.filter(({ kind }) => kind === 'confirm-force'),
    ...(isAsked && finds ? [{ kind: 'consent', listing: listing.value } as const] : []),
    // Where nothing would go nobody has to prove anything.
    ...(finds ? before.filter(({ kind }) => kind === 'proof') : []),
  ];
  return { ...rest, listing, ...(demands.length === 0 ? {} : { demands }) };
}

/** The same for a reset. */
export function withResetListing(plan: Plan, listing: Known<ResetListing>): Plan {
  const { demands: before = [], ...rest } = plan;
  const isAsked = plan.request.consent !== undefined && plan.steps.length > 0;
  const finds = listing.known && listing.value.rows.length > 0;
  const demands: readonly Demand[] = [
    ...(isAsked && finds ? [{ kind: 'consent-reset', listing: listing.value } as const] : []),
    ...(finds ? before.filter(({ kind }) => kind === 'proof') : []),
  ];
  return { ...rest, reset: listing, ...(demands.length === 0 ? {} : { demands }) };
}

/** What a purge or a reset lists, by whose code a person can agree to it. */
export const listedBy = ({ listing, reset }: Plan): Known<{ readonly code: string }> | undefined =>
  listing ?? reset;

/** A root, or in a force also a helper: it gets no time to leave by itself. */
const endsByForce = (step: Step, { kind }: Request): boolean =>
  step.kind === 'end' && (step.role === 'root' || kind === 'force');

/** A wipe, and an exit that the policy lets wipe, remove files also where their client left before. */
const doesNothing = ({ request, policy, origin }: PlanInput, steps: readonly Step[]): boolean =>
  steps.length === 0 && wipedBy(request, policy, origin).length === 0;

/** What the policy wants proved; an exit that may end roots by force is a force too, a wipe an exit and a purge. */
function proofsFor({ request, policy, trigger }: PlanInput, ends: boolean): readonly Demand[] {
  const deeds = new Set([
    request.kind,
    ...(ends ? (['force'] as const) : []),
    ...(request.kind === 'wipe' ? (['exit', 'purge'] as const) : []),
  ]);
  const wanted = new Set([...deeds].flatMap((deed) => demandedProofs(policy, deed, trigger)));
  return PROOF_KINDS.filter((kind) => wanted.has(kind)).map((proof) => ({ kind: 'proof', proof }));
}
