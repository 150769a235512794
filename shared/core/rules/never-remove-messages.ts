import type { Prohibition } from '../situation.ts';

/** Chat records, logins, keys and backups are never removed, whatever the flags. */
export const neverRemoveMessages: Prohibition = ({ request, client }) =>
  request.kind === 'purge' && (request.tiers ?? []).includes('messages')
    ? [{ code: 'protected', subject: client.id, detail: 'messages' }]
    : [];
