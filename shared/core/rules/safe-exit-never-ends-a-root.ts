import type { StepFilter } from '../plan-input.ts';

/** A root that does not want to leave may be saving something: only force ends it. */
export const safeExitNeverEndsARoot: StepFilter = (steps, { request }) =>
  request.kind === 'force' || (request.kind === 'exit' && request.then === 'force')
    ? steps
    : steps.filter((step) => step.kind !== 'end' || step.role === 'helper');
