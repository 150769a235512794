import type { Step } from '../../core/model.ts';
import type { Plan } from '../../core/plan.ts';
import { jsonListing } from './json-listing.ts';

/** Whether roots are ended without being asked first. */
export const endsAtOnce = ({ steps }: Pick<Plan, 'steps'>): boolean =>
  !steps.some(({ kind }) => kind === 'ask');

/**
 * A plan as `clean-exit/plan/1` has it: the end of the roots says when it comes, demands are named, and what would go is
 * listed once.
 */
export function jsonPlan({ listing, demands, ...plan }: Plan): object {
  const only = endsAtOnce(plan) ? 'at-once' : 'if-still-there';
  const steps = plan.steps.map((step) =>
    step.kind === 'end' && step.role === 'root'
      ? { kind: step.kind, role: step.role, only, roots: step.roots }
      : withoutSession(step),
  );
  return {
    ...{ ...plan, steps },
    ...(demands ? { demands: demands.map(({ kind }) => kind) } : {}),
    ...(listing ? jsonListing({ listing }) : {}),
  };
}

/** By what the desktop is reached is nobody's business: it is never printed. */
function withoutSession(step: Step): object {
  if (step.kind === 'ask') return { ...step, ways: step.ways.map(printed) };
  return step.kind === 'close' ? printed(step) : step;
}

function printed<T extends object>(one: T): object {
  const { session: _, ...rest } = one as T & { readonly session?: unknown };
  return rest;
}
