import { REQUESTS } from './requests/index.ts';
import { sparedRoots } from './requests/leaving.ts';
import type { Plan, Request, Step } from './model.ts';
import type { PlanInput } from './plan-input.ts';
import { refuseWhenBlind } from './rules/refuse-when-blind.ts';

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
  const demands =
    mayEnd && steps.some((step) => endsByForce(step, request)) ? (['confirm-force'] as const) : [];
  return {
    ...{ request, steps, refusals },
    ...(spared.length === 0 ? {} : { spared }),
    ...(demands.length === 0 ? {} : { demands }),
  };
}

/** A root, or in a force also a helper: it gets no time to leave by itself. */
const endsByForce = (step: Step, { kind }: Request): boolean =>
  step.kind === 'end' && (step.role === 'root' || kind === 'force');
