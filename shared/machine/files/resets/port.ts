import type { Client } from '../../../core/client.ts';
import { known, type Known } from '../../../core/known.ts';
import type { ClientId, Platform, Refusal } from '../../../core/model.ts';
import type { FoundRoot } from '../../../core/removal-rules.ts';
import type { Resets } from '../../port/resets.ts';
import type { FolderToGo } from '../disk.ts';
import { shown } from '../names.ts';
import { keptResets } from './records.ts';
import { markAt, stateOf } from './move.ts';

/** What setting aside needs of the port of files. */
export interface ResetHost {
  readonly platform: Platform;
  readonly uid: number;
  readonly now: () => number;
  /** Where our records may be. */
  readonly folders: readonly string[];
  rootsOf(client: Client): Promise<Known<ResetRoots>>;
  mounts(roots: readonly FoundRoot[]): ReadonlySet<string>;
  inUse(folders: readonly FolderToGo[]): Promise<Refusal | undefined>;
  /** Those of these clients whose data folders are, hold, or lie in one of these. */
  reached(
    folders: readonly string[],
    clients: readonly Client[],
  ): Promise<Known<readonly ClientId[]>>;
}

export interface ResetRoots {
  readonly found: readonly FoundRoot[];
  readonly refusals: readonly Refusal[];
  readonly shares: readonly ClientId[];
}

/** How a surface that asks for it gets it: the rest of the program is loaded when it is used. */
export type WithResets = (host: ResetHost) => Resets;

export const resetPort: WithResets = (host) => {
  const { platform, uid, now, folders } = host;
  const look = async (client: Client, everything: boolean) => {
    const roots = await host.rootsOf(client);
    if (!roots.known) return roots;
    const { found, refusals } = roots.value;
    const mounts = found.length === 0 ? new Set<string>() : host.mounts(found);
    const { lookForReset } = await import('./look.ts');
    const more = { roots: found, refusals, everything, uid, mounts };
    return known({ ...(await lookForReset({ client, platform, ...more })), roots: roots.value });
  };
  const moving = {
    ...{ uid, now, folders },
    inUse: (all: readonly { readonly path: string }[]) =>
      host.inUse(all.map(({ path }) => ({ path, whole: true }))),
  };
  return {
    list: async (client, everything) => {
      const seen = await look(client, everything);
      if (!seen.known) return seen;
      const { listing, things, stays, roots } = seen.value;
      const stayed = stays.flatMap(({ path: from }) => {
        const mark = markAt(from);
        return mark === undefined ? [] : [{ from, mark }];
      });
      const cause = { client: client.id, by: 'reset' as const, stayed };
      return known({
        ...{ listing, shares: roots.shares },
        moveAway: async (order) => {
          const { moveAway } = await import('./set-aside.ts');
          const all = everything ? { ...cause, everything: true as const } : cause;
          return moveAway(things, listing, all, order, moving);
        },
      });
    },
    records: () =>
      keptResets(folders).map(({ id, client, at, by, everything, files, bytes, things }) => ({
        ...{ id, client, at, by, files, bytes },
        ...(everything ? { everything } : {}),
        things: things.map((one) => ({
          ...{ from: shown(one.from), to: shown(one.to), state: stateOf(one) },
        })),
      })),
    reached: (id, clients) => {
      const record = keptResets(folders).find((one) => one.id === id);
      return host.reached(
        (record?.things ?? []).map(({ from }) => from),
        clients,
      );
    },
    back: async (id, client, order) => {
      const record = keptResets(folders).find((one) => one.id === id && one.client === client.id);
      if (!record) return undefined;
      const seen = await look(client, record.everything ?? false);
      if (!seen.known) throw new Error(seen.why.detail ?? seen.why.code);
      const { bringBackReset } = await import('./back.ts');
      return bringBackReset(record, seen.value, order, moving);
    },
  };
};
