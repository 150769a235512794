import type { DenyRule } from '../plan-input.ts';

/** The person's own files go into the trash, where a person finds them, or nowhere (R8). */
export const leaveYourFilesInReach: DenyRule = ({ request, client }) =>
  request.permanently && (request.tiers ?? []).includes('your-files')
    ? [{ code: 'trash-only', subject: client.id }]
    : [];
