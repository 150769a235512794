import type { Presence } from '../../shared/core/model.ts';
import type { Glance } from '../../shared/exit.ts';
import type { Facts } from './facts.ts';
import type { KeyNow } from './key.ts';
import { word } from './words.ts';

/** Which clients a key means at this moment. */
export interface Meant {
  readonly ids: readonly string[];
  /** What stands on the face for them. */
  readonly name: string;
  /** The settings name a client that nobody knows (any more). */
  readonly isLost: boolean;
}

type Asking = Pick<KeyNow, 'settings' | 'language'>;

/** The client that was chosen, or for `any` those that are there; of which nobody can tell if none is. */
export function meant({ settings, language }: Asking, facts: Facts): Meant {
  const chosen = facts.clients.find((one) => one.id === settings.client);
  if (chosen) return { ids: [chosen.id], name: nameOf(chosen.id, facts, language), isLost: false };
  if (settings.client !== 'any') {
    // Nobody read the catalogue yet, so that nothing can be missing in it.
    const isLost = facts.clients.length > 0;
    return { ids: [], name: isLost ? settings.client : '', isLost };
  }
  const all = [...(facts.glances?.values() ?? [])];
  const busy = (id: string): boolean => facts.works.has(id);
  const here = all.filter((one) => isThere(one.presence) || busy(one.client));
  const ids = (here.length > 0 ? here : all.filter((one) => one.presence === 'unknown')).map(
    (one) => one.client,
  );
  return { ids, name: nameOfAll(here, facts, language), isLost: false };
}

const isThere = (presence: Presence): boolean => presence !== 'gone' && presence !== 'unknown';

function nameOfAll(here: readonly Glance[], facts: Facts, language: Asking['language']): string {
  const [only] = here;
  if (only && here.length === 1) return nameOf(only.client, facts, language);
  return here.length === 0 ? word(language, 'any') : word(language, 'clients', here.length);
}

/** A client's name in the language of the reader. */
export function nameOf(id: string, { clients }: Facts, language: Asking['language']): string {
  const client = clients.find((one) => one.id === id);
  return (language.startsWith('zh') ? client?.nameZh : client?.name) ?? id;
}

/** The worst of several: what still runs is not hidden by what has gone. */
const WORST_FIRST: readonly Presence[] = ['running', 'in-tray', 'residue', 'unknown', 'gone'];

/** What several clients are doing, as one; undefined until somebody looked. */
export function together(ids: readonly string[], facts: Facts): Presence | undefined {
  if (!facts.glances) return undefined;
  // Nobody is there only where a look saw everybody: one that failed, or a client that could not be read, may hide one.
  if (ids.length === 0) return facts.glances.size === 0 || facts.unread > 0 ? 'unknown' : 'gone';
  const all = ids.map((id) => facts.glances?.get(id)?.presence ?? 'unknown');
  return WORST_FIRST.find((one) => all.includes(one)) ?? 'gone';
}

/** How many processes, icons and windows are left of these clients, as far as they can be seen. */
export function countLeft(ids: readonly string[], { glances }: Facts): number {
  const counts = ids.flatMap((id) => {
    const seen = glances?.get(id)?.seen;
    if (!seen) return [];
    const { processes, trayIcons, windows } = seen;
    return [processes, trayIcons, windows].map((one) => (one.known ? one.value.length : 0));
  });
  return counts.reduce((sum, one) => sum + one, 0);
}

/** Whether what could not be seen is forbidden to us, so that a person can allow it. */
export const isDenied = (ids: readonly string[], { glances }: Facts): boolean =>
  ids.some((id) => {
    const seen = glances?.get(id)?.seen;
    return (
      seen !== undefined &&
      [seen.processes, seen.trayIcons, seen.windows].some(
        (one) => !one.known && one.why.code === 'denied',
      )
    );
  });
