import type { Prohibition } from '../situation.ts';

/** The person's own files go into the trash, which gives them back, or nowhere (R8). */
export const leaveYourFilesInReach: Prohibition = ({ request, client }) =>
  request.kind === 'purge' && request.permanently && (request.tiers ?? []).includes('your-files')
    ? [{ code: 'trash-only', subject: client.id }]
    : [];
