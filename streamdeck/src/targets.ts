import type { Presence } from '../../shared/core/model.ts';
import { rootIdentities } from '../../shared/core/root-identities.ts';
import { likelyAmong } from '../../shared/core/rules/what-is-not-recognised-is-not-gone.ts';
import { type DeckState } from './deck-state.ts';
import type { KeyNow, Seen } from './key.ts';
import { word } from './words.ts';

/** Which clients a key means at this moment. */
export interface Targets {
  readonly ids: readonly string[];
  /** What stands on the face for them. */
  readonly name: string;
  /** The settings name a client that nobody knows (any more). */
  readonly isLost: boolean;
}

type Asking = Pick<KeyNow, 'settings'>;
type Language = KeyNow['language'];

const isThere = (presence: Presence | undefined): boolean =>
  presence !== undefined && presence !== 'gone' && presence !== 'unknown';

/** The client that was chosen, or for `any` those that are there; of which nobody can tell if none is. */
export function targetIds({ settings: { client } }: Asking, state: DeckState): readonly string[] {
  if (client !== 'any') return state.clients.some(({ id }) => id === client) ? [client] : [];
  const here = present(state);
  if (here.length > 0) return here;
  return [...(state.snapshots?.values() ?? [])]
    .filter((one) => one.presence === 'unknown')
    .map((one) => one.client);
}

/** Whether a client may have a process: an icon that nobody holds is nothing that could be ended. */
const mayRun = (id: string, { snapshots }: DeckState): boolean => {
  const processes = snapshots?.get(id)?.seen.processes;
  return !processes?.known || processes.value.length > 0;
};

/** Whether all of these were seen without a process, so that nobody is in the way of their files. */
export const haveLeft = (ids: readonly string[], state: DeckState): boolean =>
  state.snapshots !== undefined && ids.every((id) => !mayRun(id, state) && !isInDoubt(id, state));

/** Whether a program runs that may be this client: nothing of it is ended, and nothing removed. */
const isInDoubt = (id: string, { snapshots }: DeckState): boolean =>
  likelyAmong(snapshots?.get(id)?.seen.doubts ?? []).length > 0;

/** Those that can be ended: with a process, and for `any` only who was seen. */
export const endableIds = (key: Asking, state: DeckState): readonly string[] =>
  targetIds(key, state).filter(
    (id) =>
      mayRun(id, state) &&
      (key.settings.client !== 'any' || isThere(state.snapshots?.get(id)?.presence)),
  );

const present = ({ snapshots, inFlight }: DeckState): readonly string[] =>
  [...(snapshots?.values() ?? [])]
    .filter((one) => isThere(one.presence) || inFlight.has(one.client))
    .map((one) => one.client);

/** Whom a key means, with the name for its face. */
export function targets(key: Asking & { readonly language: Language }, state: DeckState): Targets {
  const { client } = key.settings;
  const ids = targetIds(key, state);
  if (client === 'any') return { ids, name: nameOfAll(present(state), state, key), isLost: false };
  // Until the catalogue was read nothing can be missing in it.
  const isLost = ids.length === 0 && state.clients.length > 0;
  return { ids, name: isLost ? client : shortNameOf(client, state, key.language), isLost };
}

/** One client's name, or how many they are. */
export function nameOfAll(
  ids: readonly string[],
  state: DeckState,
  { language }: { readonly language: Language },
): string {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return shortNameOf(only, state, language);
  return ids.length === 0 ? word(language, 'any') : word(language, 'clients', ids.length);
}

/** A client's name as it stands on a key, where there is no room for a long one. */
export function shortNameOf(id: string, state: DeckState, language: Language): string {
  const client = state.clients.find((one) => one.id === id);
  const name = nameOf(id, state, language);
  // A short name is that of `name`; a Chinese name of its own is short by itself.
  return name === client?.name ? (client.shortName ?? name) : name;
}

/** A client's name in the language of the reader; nothing before the catalogue was read. */
export function nameOf(id: string, { clients }: DeckState, language: Language): string {
  const client = clients.find((one) => one.id === id);
  return (language.startsWith('zh') ? client?.nameZh : client?.name) ?? '';
}

/** The worst of several: what still runs is not hidden by what has gone. */
const WORST_FIRST: readonly Presence[] = ['running', 'in-tray', 'residue', 'unknown', 'gone'];

/** Whether nobody has looked yet at those who are meant, so that it is not known who that is. */
export const isStillLooking = (key: Asking, state: DeckState): boolean =>
  targetIds(key, state).length === 0 && together([], state) === undefined;

/** What several clients are doing, as one; undefined until somebody looked. */
export function together(ids: readonly string[], state: DeckState): Presence | undefined {
  const { snapshots, isWhole, clients, unread } = state;
  if (!snapshots) return undefined;
  // A request saw one of them since: the next look is on its way.
  if (ids.length === 0 && !isWhole) return undefined;
  // Nobody is there only where everybody was seen: a look that failed, or a client file that cannot be
  // read, may hide one.
  const isSeen = unread === 0 && clients.length > 0 && clients.every(({ id }) => snapshots.has(id));
  if (ids.length === 0) return isSeen ? 'gone' : 'unknown';
  const all = ids.map((id) => snapshots.get(id)?.presence ?? 'unknown');
  return WORST_FIRST.find((one) => all.includes(one)) ?? 'gone';
}

/** How many processes, icons and windows are left of these clients, as far as they can be seen. */
export function countLeft(ids: readonly string[], { snapshots }: DeckState): number {
  const counts = ids.flatMap((id) => {
    const seen = snapshots?.get(id)?.seen;
    if (!seen) return [];
    const { processes, trayIcons, windows } = seen;
    return [processes, trayIcons, windows].map((one) => (one.known ? one.value.length : 0));
  });
  return counts.reduce((sum, one) => sum + one, 0);
}

/** Whether what could not be seen is forbidden to us, so that a person can allow it. */
export const isDenied = (ids: readonly string[], { snapshots }: DeckState): boolean =>
  ids.some((id) => {
    const seen = snapshots?.get(id)?.seen;
    return (
      seen !== undefined &&
      [seen.processes, seen.trayIcons, seen.windows].some(
        (one) => !one.known && one.why.code === 'denied',
      )
    );
  });

/** The roots of these clients that were seen, by client: of one that could not be seen none, so that none is meant. */
export const rootsOf = (ids: readonly string[], { snapshots }: DeckState): Seen =>
  new Map(
    ids.map((id) => {
      const processes = snapshots?.get(id)?.seen.processes;
      return [id, processes?.known ? rootIdentities(processes.value) : []] as const;
    }),
  );
