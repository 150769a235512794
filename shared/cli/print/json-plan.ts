import { demandName } from '../../core/demand.ts';
import type { QuitMethod, Step } from '../../core/model.ts';
import type { Plan, PlannedWipe } from '../../core/plan.ts';
import type { PrintedPlan, PrintedStep } from '../../schema/printed/plan.ts';
import { jsonListing } from './json-listing.ts';

/** Whether roots are ended without being asked first. */
export const endsAtOnce = ({ steps }: Pick<Plan, 'steps'>): boolean =>
  !steps.some(({ kind }) => kind === 'ask');

/**
 * A plan as `clean-exit/plan/1` has it: the end of the roots says when it comes, demands are named, and what would go is
 * listed once.
 */
export function jsonPlan({
  listing,
  reset,
  wipe,
  demands,
  ...plan
}: Plan): Omit<PrintedPlan, 'wouldChange'> {
  const only = endsAtOnce(plan) ? 'at-once' : 'if-still-there';
  const steps = plan.steps.map((step): PrintedStep =>
    step.kind === 'end' && step.role === 'root'
      ? { kind: step.kind, role: step.role, only, roots: step.roots }
      : withoutSession(step),
  );
  return {
    ...{ ...plan, steps },
    ...(demands ? { demands: demands.map(demandName) } : {}),
    ...(listing ? jsonListing({ listing }) : {}),
    ...(reset ? jsonListing({ reset }) : {}),
    ...(wipe ? { wipe: jsonWipe(wipe) } : {}),
  };
}

const jsonWipe = ({ listing, ...wipe }: PlannedWipe): NonNullable<PrintedPlan['wipe']> => ({
  ...wipe,
  ...(listing ? jsonListing({ listing }) : {}),
});

/** By what the desktop is reached is nobody's business: it is never printed. */
function withoutSession(step: Exclude<Step, EndOfRoots>): PrintedStep {
  if (step.kind === 'ask') return { ...step, ways: step.ways.map(withoutOne) };
  return step.kind === 'close' ? { kind: step.kind, window: step.window } : step;
}

type EndOfRoots = Extract<Step, { readonly kind: 'end'; readonly role: 'root' }>;

function withoutOne(way: QuitMethod): PrintedMethod {
  if (way.by === 'signal') return way;
  const { session: _, ...rest } = way;
  return rest;
}

type PrintedMethod = Extract<PrintedStep, { readonly kind: 'ask' }>['ways'][number];
