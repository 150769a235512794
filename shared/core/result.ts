import type { Refusal } from './model.ts';
import type { Receipt, Result, StepLine } from './receipt.ts';
import { REQUESTS } from './requests/index.ts';

type Parts = Pick<Receipt, 'request' | 'verdict' | 'steps' | 'refusals' | 'left' | 'restored'>;

/** How a request ended. Exit codes and headlines come from it; `verdict` says what is there now. */
export function resultOf(parts: Parts): Result {
  const { steps } = parts;
  const refusals = parts.refusals.filter((one) => !isOfPolicy(parts, one));
  const isChanged = steps.some(changes);
  if (refusals.length === 0 && isAsAsked(parts)) return isChanged ? 'done' : 'nothing-to-do';
  if (steps.some(({ why }) => why === 'cancelled' || why === 'declined')) return 'cancelled';
  if (refusals.some(({ code }) => code === 'declined')) return 'cancelled';
  return refusals.length > 0 && !isChanged ? 'refused' : 'partly';
}

/** A hold forbids the wipe that the same policy wants: the exit itself was done as asked. */
const isOfPolicy = ({ request }: Parts, { code }: Refusal): boolean =>
  request === 'exit' && code === 'hold';

function isAsAsked(parts: Parts): boolean {
  const { request, restored } = parts;
  return request === 'restore'
    ? restored !== undefined && restored.back === restored.things
    : REQUESTS[request].isDone(parts);
}

/** A wait changes nothing by itself. */
const changes = ({ kind, outcome }: StepLine): boolean =>
  outcome === 'done' && kind !== 'wait' && kind !== 'settle';
