import type { Prohibition } from '../situation.ts';

/** A legal hold vetoes every removal. */
export const removeNothingUnderHold: Prohibition = ({ request, policy, client }) =>
  request.kind === 'purge' && policy.hold ? [{ code: 'hold', subject: client.id }] : [];
