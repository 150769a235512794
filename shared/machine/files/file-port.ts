import { hostname } from 'node:os';
import { neverByName } from '../../clients/never-by-name.ts';
import type { Client } from '../../core/client.ts';
import type { OtherClient } from '../../core/removal-rules.ts';
import { known, map, unknown, type Known } from '../../core/known.ts';
import type { Wanted } from '../../core/model.ts';
import type { Platform, Refusal } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import type { Files, Listed, Rest, SeenBeside } from '../port/files.ts';
import { accountFolders, accountsOf } from './accounts.ts';
import type { WithResets } from './resets/port.ts';
import type { WithRestores } from './restores.ts';
import type { Disk, FileHolder } from './disk.ts';
import { codeOf } from './errno.ts';
import { shown, type ReadFolders } from './names.ts';
import type { FoundForRemoval } from './look-for-removal.ts';
import { otherClients, overlapping } from './others.ts';
import { placesOn, pointersOf } from './pointers.ts';
import type { ScanRequest } from './scan-request.ts';
import { keepTrashed } from './trash-records.ts';
import { stateFolders } from './state-folders.ts';
import { removeUnits } from './remove.ts';
import { reachedBy } from './reached.ts';
import { isStill } from './stillness.ts';
import { findRoots, type Following, type Roots } from './roots.ts';
import type { RemovalUnit } from './unit.ts';
import { walking } from './walks.ts';

/** The roots of a client, and the clients with which it shares them. */
interface WithOthers extends Roots {
  readonly others?: readonly OtherClient[];
}

export interface FilePortOptions {
  readonly platform: Platform;
  readonly places: Places;
  readonly uid: number;
  readonly now: () => number;
  readonly disk: Disk;
  /** The file that a worker runs. */
  readonly worker?: string | undefined;
  /** How files are set aside; absent where a surface never asks for it. */
  readonly resets?: WithResets | undefined;
  /** How what went into the trash comes back; absent where a surface never asks for it. */
  readonly restores?: WithRestores | undefined;
}

/** The verbs of the port that concern files, on whatever disk. */
export function filePort(options: FilePortOptions): Files {
  const { platform, uid, now, worker, disk } = options;
  const { bringBack, restoring } = disk;
  const walks = walking(disk.walksInWorker ? worker : undefined);
  const folders = stateFolders(options.places);
  const rootsOf = (client: Client, read: ReadFolders): Promise<Known<WithOthers>> =>
    sight(() => lookForRoots(client, read));
  const reached = (into: readonly string[], clients: readonly Client[]) =>
    sight(() => reachedBy(into, clients, options));
  const lookForRoots = async (client: Client, read: ReadFolders): Promise<Known<WithOthers>> => {
    const closed = await disk.closed?.(client);
    const subject = closed?.detail ?? client.id;
    if (closed?.code === 'denied')
      return known({ found: [], refusals: [{ code: 'denied', subject }] });
    if (closed) return { known: false, why: closed };
    const places = await placesOn(disk, options.places, client, platform);
    if (!places.known) return places;
    const pointers = await pointersOf(disk, client, platform);
    if (!pointers.known) return pointers;
    const find = (following?: Following) =>
      findRoots(client, platform, places.value, pointers.value, following, disk.otherNames, read);
    const roots = find();
    const isLinked = roots.known && roots.value.refusals.some(({ code }) => code === 'behind-link');
    // Of the catalogue's own clients it is known that they share no folder.
    if (!isLinked && client.origin === 'catalogue') return roots;
    const others = await otherClients(disk, client, platform, places.value);
    if (!others.known) return others;
    const again = find({ uid, others: others.value });
    if (!again.known || client.origin === 'catalogue') return again;
    return known({ ...again.value, others: overlapping(others.value, again.value.found) });
  };
  const questionOf = (
    client: Client,
    { found, others }: WithOthers,
    wanted: Wanted,
    read: ReadFolders,
  ): ScanRequest => {
    const { account, tiers } = wanted;
    const sockets = disk.sockets === undefined ? {} : { sockets: disk.sockets };
    const isOurs = client.origin === 'catalogue';
    const more = {
      ...(others?.length ? { others } : {}),
      ...(isOurs ? {} : { never: neverByName(platform) }),
    };
    const host = hostname();
    const terms = { client, platform, roots: found, tiers, uid, host, ...sockets, ...more };
    const accounts = accountFolders(terms, read);
    const only = accounts.filter(({ name }) => name === account).map(({ folder }) => folder);
    // Most clients are not installed: of them nothing has to be known.
    const mounts = found.length === 0 ? new Set<string>() : disk.mounts(found);
    return { terms, mounts, accounts, ...(account === undefined ? {} : { only }) };
  };
  /** Who uses the client's files, as a refusal. */
  const inUse = async (folders: readonly string[]): Promise<Refusal | undefined> => {
    return disk.holder ? heldBy(await disk.holder(folders)) : undefined;
  };
  const heldBy = (holder: Known<FileHolder | undefined>): Refusal | undefined => {
    if (!holder.known)
      return { code: 'blind', subject: 'files', detail: holder.why.detail ?? holder.why.code };
    if (!holder.value) return undefined;
    const { file, pid } = holder.value;
    const detail = pid === undefined ? {} : { detail: `pid ${pid}` };
    return { code: 'open-elsewhere', subject: shown(file), ...detail };
  };
  const usedAtFirst = async (units: readonly RemovalUnit[]): Promise<Refusal | undefined> =>
    disk.usersOf && heldBy(await disk.usersOf(units));
  const list = async (
    client: Client,
    roots: WithOthers,
    wanted: Wanted,
    read: ReadFolders,
    limit?: number,
    rest?: Rest,
  ) => {
    const question = questionOf(client, roots, wanted, read);
    const all =
      rest === undefined
        ? {
            found: await walks.listFiles(
              limit === undefined ? question : { ...question, limit },
              read,
            ),
          }
        : await walks.lookForRemoval(question, rest, now(), read);
    const { found } = all;
    if (found.tooMany) return unknown('too-many');
    const listing = {
      ...found.listing,
      refusals: [...roots.refusals, ...found.listing.refusals],
    };
    let users: Promise<Refusal | undefined> | undefined;
    return known<Listed>({
      listing,
      shares: (roots.others ?? []).map((one) => one.client.id),
      quarantines: found.quarantines.map(({ file }) => shown(file)),
      ...('rest' in all ? { beside: besideOf(all, roots.refusals) } : {}),
      remove: (order) =>
        removeUnits({ ...found, listing }, order, {
          batch: disk.batch,
          ...(bringBack ? { bringBack } : {}),
          ...(restoring
            ? {
                keepTrashed: (trashed, went) =>
                  keepTrashed(folders, now(), { client: client.id, ...went }, trashed),
              }
            : {}),
          trash: (things) => disk.trash(things, new Date(now())),
          worker,
          question: () => ({ ...question, mounts: disk.mounts(roots.found) }),
          inUse: async () =>
            (await (users ??= usedAtFirst(found.units))) ??
            inUse(roots.found.map((root) => root.path)),
        }),
    });
  };
  return {
    list: async (client, wanted, limit, rest) => {
      const read: ReadFolders = new Map();
      const roots = await rootsOf(client, read);
      if (!roots.known) return roots;
      return sight(() => list(client, roots.value, wanted, read, limit, rest));
    },
    accounts: async (client) => {
      const read: ReadFolders = new Map();
      const roots = await rootsOf(client, read);
      if (!roots.known) return roots;
      const [refused] = roots.value.refusals;
      if (refused) return unrooted(refused);
      const isOpen = async (folder: string): Promise<Known<boolean>> =>
        disk.holder
          ? map(await disk.holder([folder]), (holder) => holder !== undefined)
          : unknown('unsupported', 'who has a file open is not looked for on this system');
      const question = questionOf(client, roots.value, { tiers: [] }, read);
      return sight(() => accountsOf(question, isOpen, read));
    },
    ...(restoring && options.restores
      ? {
          trash: options.restores({ ...{ uid, folders, restoring }, reached }),
        }
      : {}),
    ...(options.resets
      ? {
          resets: options.resets({
            ...{ platform, uid, now, folders, mounts: (roots) => disk.mounts(roots) },
            reached,
            rootsOf: async (client) =>
              map(await rootsOf(client, new Map()), ({ found, refusals, others = [] }) => ({
                ...{ found, refusals, shares: others.map((one) => one.client.id) },
              })),
            inUse: async (folders) =>
              (disk.usersOf && heldBy(await disk.usersOf(folders))) ??
              inUse(folders.map((one) => one.path)),
          }),
        }
      : {}),
    lastActivity: async (client) => {
      const read: ReadFolders = new Map();
      const roots = await rootsOf(client, read);
      return roots.known ? sight(() => walks.latestChange(roots.value.found, read)) : roots;
    },
    unmerged: async (client) => {
      const read: ReadFolders = new Map();
      const roots = await rootsOf(client, read);
      if (!roots.known) return roots;
      const [refused] = roots.value.refusals;
      if (refused) return unrooted(refused);
      return sight(() => walks.unmergedJournals(roots.value.found, read));
    },
  };
}

/** What a purge saw beside its listing: what a root hides that must not be used is not nothing. */
function besideOf(
  { rest, lastActivity, unmerged, stamps }: FoundForRemoval,
  refusals: readonly Refusal[],
): SeenBeside {
  const [refused] = refusals;
  return {
    rest: map(rest, (one) => ({ ...one, refusals: [...refusals, ...one.refusals] })),
    lastActivity,
    unmerged: refused ? unrooted(refused) : unmerged,
    isStill: () => stamps !== undefined && isStill(stamps),
  };
}

/** A root that exists but must not be used hides what is in it: that is not nothing. */
const unrooted = ({ code, subject, detail }: Refusal): Known<never> =>
  unknown('unsupported', `${subject}: ${detail ?? code}`);

/** A look at files; whatever breaks it is a reason, not a number. */
async function sight<T>(look: () => Promise<Known<T>>): Promise<Known<T>> {
  try {
    return await look();
  } catch (error) {
    return unknown('failed', codeOf(error));
  }
}
