import { fileJudge, selections } from '../../core/files.ts';
import type { Client } from '../../core/client.ts';
import { PROTECTED } from '../../clients/protected.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Refusal, Removal, Tier } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import { codeOf } from '../files/fault.ts';
import { MOUNT_INFO, mountPoints } from '../files/mounts.ts';
import { shown } from '../files/names.ts';
import type { Question } from '../files/question.ts';
import { removeUnits } from '../files/remove.ts';
import { findRoots, type Roots } from '../files/roots.ts';
import { latestChange, unmergedJournals } from '../files/traces.ts';
import { find } from '../files/walk.ts';
import type { Machine } from '../machine.ts';
import { holderBelow } from './open-files.ts';

type FileVerbs = Pick<Machine, 'measure' | 'lastActivity' | 'unmerged' | 'remove'>;

/** The verbs of the port that concern files. */
export function linuxFiles(
  places: Places,
  uid: number,
  now: () => number,
  proc = '/proc',
  mountInfo = MOUNT_INFO,
): FileVerbs {
  const rootsOf = (client: Client): Known<Roots> => findRoots(client, 'linux', places);
  const questionOf = (client: Client, { found }: Roots, tiers: readonly Tier[]): Question => ({
    roots: found.map((root) => root.path),
    selections: selections(client, 'linux', found, tiers),
    judge: fileJudge(client, 'linux', found, PROTECTED),
    tiers,
    uid,
    mounts: mountPoints(mountInfo),
  });
  /** Who uses the client's files, as a refusal. */
  const inUse = (folders: readonly string[]): Refusal | undefined => {
    const holder = holderBelow(folders, uid, proc);
    if (!holder.known) return { code: 'blind', subject: proc, detail: holder.why.detail ?? '' };
    if (!holder.value) return undefined;
    const { file, pid } = holder.value;
    return { code: 'open-elsewhere', subject: shown(file), detail: `pid ${pid}` };
  };
  return {
    measure: async (client, tiers, limit) => {
      const roots = rootsOf(client);
      if (!roots.known) return roots;
      const [refused] = roots.value.refusals;
      if (refused) return unrooted(refused);
      // Most clients are not installed: their rules need not be read at all.
      if (roots.value.found.length === 0) return known(0);
      return sight(() => {
        const found = find({ ...questionOf(client, roots.value, tiers), limit });
        if (found.tooMany) return unknown('too-many');
        const denied = found.refusals.find((refusal) => refusal.code === 'denied');
        return denied ? unknown('denied', denied.subject) : known(found.bytes);
      });
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
    remove: async (client, order): Promise<Removal> => {
      const to = order.permanently ? 'nowhere' : 'trash';
      const blind = (detail = ''): Removal => ({
        ...{ files: 0, bytes: 0, to },
        refusals: [{ code: 'denied', subject: client.id, detail }],
      });
      const roots = rootsOf(client);
      if (!roots.known) return blind(roots.why.detail);
      const found = sight(() => {
        const question = questionOf(client, roots.value, order.tiers);
        return known({ question, ...find(question) });
      });
      if (!found.known) return blind(found.why.detail);
      const { question, refusals } = found.value;
      const all = [...roots.value.refusals, ...refusals];
      return removeUnits({ ...found.value, refusals: all }, order, {
        dataHome: places.data ?? `${places.home}/.local/share`,
        now,
        question: () => ({ ...question, mounts: mountPoints(mountInfo) }),
        inUse: () => inUse(question.roots),
      });
    },
  };
}

/** A root that exists but must not be used hides what is in it: that is not nothing. */
const unrooted = ({ code, subject, detail }: Refusal): Known<never> =>
  unknown('unsupported', `${subject}: ${detail ?? code}`);

/** A look at files; whatever breaks it is a reason, not a number. */
function sight<T>(look: () => Known<T>): Known<T> {
  try {
    return look();
  } catch (error) {
    return unknown('failed', codeOf(error));
  }
}
