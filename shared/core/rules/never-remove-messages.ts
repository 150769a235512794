import type { DenyRule } from '../plan-input.ts';

/** Chat records, logins, keys and backups are never removed, whatever the flags. */
export const neverRemoveMessages: DenyRule = ({ request, client }) =>
  (request.tiers ?? []).includes('messages')
    ? [{ code: 'protected', subject: client.id, detail: 'messages' }]
    : [];
