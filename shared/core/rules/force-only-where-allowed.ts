import type { DenyRule } from '../plan-input.ts';
import { forbiddenBy } from '../policy.ts';

/**
 * A policy can forbid ending roots by force, whoever asks. An exit that would only end with force is polite at
 * first: that part happens, and the end itself is refused.
 */
export const forceOnlyWhereAllowed: DenyRule = ({ policy, origin, client }) =>
  policy.force === 'never'
    ? [{ code: 'force-not-allowed', subject: client.id, ...forbiddenBy(origin, 'force') }]
    : [];
