import type { Policy } from '../model.ts';
import type { DenyRule } from '../plan-input.ts';
import { forbiddenBy } from '../policy.ts';

/** What was trashed before a hold is held where it is: nothing is put back either. */
export const holds = ({ hold }: Policy): boolean => hold;

/** A legal hold vetoes every removal. */
export const removeNothingUnderHold: DenyRule = ({ policy, origin, client }) =>
  holds(policy) ? [{ code: 'hold', subject: client.id, ...forbiddenBy(origin, 'hold') }] : [];
