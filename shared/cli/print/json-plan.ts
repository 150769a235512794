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
      : step,
  );
  return {
    ...{ ...plan, steps },
    ...(demands ? { demands: demands.map(({ kind }) => kind) } : {}),
    ...(listing ? jsonListing({ listing }) : {}),
  };
}
