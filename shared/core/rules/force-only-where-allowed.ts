import type { Prohibition } from '../situation.ts';

/**
 * A policy can forbid ending roots by force, whoever asks. An exit that would only end with force is polite at
 * first: that part happens, and the end itself is refused.
 */
export const forceOnlyWhereAllowed: Prohibition = ({ request, policy, client }) =>
  policy.force === 'never' && request.kind === 'force'
    ? [{ code: 'force-not-allowed', subject: client.id }]
    : [];
