import type { Prohibition } from '../situation.ts';

/** A policy can forbid ending roots by force, whoever asks. */
export const forceOnlyWhereAllowed: Prohibition = ({ request, policy, client }) =>
  policy.force === 'never' && (request.kind === 'force' || request.then === 'force')
    ? [{ code: 'force-not-allowed', subject: client.id }]
    : [];
