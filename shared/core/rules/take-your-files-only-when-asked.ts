import type { DenyRule } from '../plan-input.ts';

/** Received pictures, videos and files are the person's own: only with a consent to just this list (R8). */
export const takeYourFilesOnlyWhenAsked: DenyRule = ({ request, client }) =>
  (request.tiers ?? []).includes('your-files') && request.consent === undefined
    ? [{ code: 'needs-consent', subject: client.id }]
    : [];
