import { editionsOn, type Client } from '../client.ts';
import type { ClientId, Platform, Process } from '../model.ts';

/** Whose sandbox a process is in: its name is the client's alone, so all in it is the client's. */
export type MemberOf = (process: Process) => ClientId | undefined;

export function sandboxMembers(clients: readonly Client[], platform: Platform): MemberOf {
  const found = new Map<string, ClientId>();
  for (const client of clients)
    for (const { roots } of editionsOn(client, platform))
      for (const { sandbox } of roots) if (sandbox !== undefined) found.set(sandbox, client.id);
  return ({ sandbox }) => (sandbox === undefined ? undefined : found.get(sandbox));
}
