import type { PrintedUninstall } from '../schema/printed/uninstall.ts';
import type { Context } from './context.ts';
import { TIERS } from './program/option-values.ts';

/** What interrupted purges have set aside, and where nobody could look for it. */
export interface Quarantines {
  readonly found: readonly { readonly client: string; readonly folders: readonly string[] }[];
  readonly notSeen: PrintedUninstall['notSeen'];
}

/** Looks through the data folders of every client, as a purge of all tiers does. Changes nothing. */
export async function quarantinesIn({ machine, clients, faults }: Context): Promise<Quarantines> {
  const found: Quarantines['found'][number][] = [];
  const notSeen: Quarantines['notSeen'][number][] = faults.map(({ file, expected }) => ({
    ...{ client: file, code: 'failed', detail: expected },
  }));
  for (const client of clients) {
    const listed = await machine.files.list(client, { tiers: TIERS });
    if (!listed.known) {
      notSeen.push({ client: client.id, ...listed.why });
      continue;
    }
    const { quarantines: folders = [], listing } = listed.value;
    if (folders.length > 0) found.push({ client: client.id, folders });
    for (const { code, subject } of listing.refusals)
      if (code === 'denied') notSeen.push({ client: client.id, code, detail: subject });
  }
  return { found, notSeen };
}
