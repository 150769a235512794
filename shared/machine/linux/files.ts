import { hostname } from 'node:os';
import type { Client } from '../../core/client.ts';
import { known, map, unknown, type Known } from '../../core/known.ts';
import type { Wanted } from '../../core/listing.ts';
import type { Refusal } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import { accountFolders, accountsOf } from '../files/accounts.ts';
import { codeOf } from '../files/fault.ts';
import { find } from '../files/find.ts';
import { MOUNT_INFO, mountPoints } from '../files/mounts.ts';
import { shown } from '../files/names.ts';
import type { Question } from '../files/question.ts';
import { removeUnits } from '../files/remove.ts';
import { findRoots, type Roots } from '../files/roots.ts';
import { UNIX_SOCKETS } from '../files/sockets.ts';
import { latestChange, unmergedJournals } from '../files/traces.ts';
import type { Listed, Machine } from '../machine.ts';
import { holderBelow } from './open-files.ts';

type FileVerbs = Pick<Machine, 'list' | 'accounts' | 'lastActivity' | 'unmerged'>;

export interface LinuxFilesOptions {
  readonly places: Places;
  readonly uid: number;
  readonly now: () => number;
  readonly proc?: string;
  readonly mountInfo?: string;
  /** The file that a worker runs. */
  readonly worker?: string | undefined;
}

/** The verbs of the port that concern files. */
export function linuxFiles(options: LinuxFilesOptions): FileVerbs {
  const { places, uid, now, proc = '/proc', mountInfo = MOUNT_INFO, worker } = options;
  const rootsOf = (client: Client): Known<Roots> => findRoots(client, 'linux', places);
  const questionOf = (client: Client, { found }: Roots, wanted: Wanted): Question => {
    const { account, tiers } = wanted;
    const sockets = UNIX_SOCKETS;
    const host = hostname();
    const terms = { client, platform: 'linux', roots: found, tiers, uid, host, sockets } as const;
    const accounts = accountFolders(terms);
    const only = accounts.filter(({ name }) => name === account).map(({ folder }) => folder);
    // Most clients are not installed: of them nothing has to be known.
    const mounts = found.length === 0 ? new Set<string>() : mountPoints(mountInfo, found);
    return { terms, mounts, accounts, ...(account === undefined ? {} : { only }) };
  };
  /** Who uses the client's files, as a refusal. */
  const inUse = (folders: readonly string[]): Refusal | undefined => {
    const holder = holderBelow(folders, uid, proc);
    if (!holder.known) return { code: 'blind', subject: proc, detail: holder.why.detail ?? '' };
    if (!holder.value) return undefined;
    const { file, pid } = holder.value;
    return { code: 'open-elsewhere', subject: shown(file), detail: `pid ${pid}` };
  };
  const list = async (client: Client, roots: Roots, wanted: Wanted, limit?: number) => {
    const question = questionOf(client, roots, wanted);
    const found = await find(limit === undefined ? question : { ...question, limit });
    if (found.tooMany) return unknown('too-many');
    const listing = {
      ...found.listing,
      refusals: [...roots.refusals, ...found.listing.refusals],
    };
    return known<Listed>({
      listing,
      remove: (order) =>
        removeUnits({ ...found, listing }, order, {
          dataHome: places.data ?? `${places.home}/.local/share`,
          now,
          worker,
          question: () => ({ ...question, mounts: mountPoints(mountInfo, roots.found) }),
          inUse: () => inUse(roots.found.map((root) => root.path)),
        }),
    });
  };
  return {
    list: async (client, wanted, limit) => {
      const roots = rootsOf(client);
      return roots.known ? sight(() => list(client, roots.value, wanted, limit)) : roots;
    },
    accounts: async (client) => {
      const roots = rootsOf(client);
      if (!roots.known) return roots;
      const [refused] = roots.value.refusals;
      if (refused) return unrooted(refused);
      const isOpen = (folder: string): Known<boolean> =>
        map(holderBelow([folder], uid, proc), (holder) => holder !== undefined);
      return sight(() => accountsOf(questionOf(client, roots.value, { tiers: [] }), isOpen));
    },
    lastActivity: async (client) => {
      const roots = rootsOf(client);
      return roots.known ? latestChange(roots.value.found) : roots;
    },
    unmerged: async (client) => {
      const roots = rootsOf(client);
      if (!roots.known) return roots;
      const [refused] = roots.value.refusals;
      return refused ? unrooted(refused) : unmergedJournals(roots.value.found);
    },
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
