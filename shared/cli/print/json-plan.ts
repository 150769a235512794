import type { Plan } from '../../core/model.ts';

/** Whether roots are ended without being asked first. */
export const endsAtOnce = ({ steps }: Plan): boolean => !steps.some(({ kind }) => kind === 'ask');

/** A plan as `clean-exit/plan/1` has it, in which the end of the roots says when it comes. */
export function jsonPlan(plan: Plan): object {
  const only = endsAtOnce(plan) ? 'at-once' : 'if-still-there';
  const steps = plan.steps.map((step) =>
    step.kind === 'end' && step.role === 'root'
      ? { kind: step.kind, role: step.role, only, roots: step.roots }
      : step,
  );
  return { ...plan, steps };
}
