import { fileJudge, selections } from '../../core/files.ts';
import type { Client } from '../../core/client.ts';
import { PROTECTED } from '../../clients/protected.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Removal, Tier } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import { removeUnits } from '../files/remove.ts';
import { findRoots } from '../files/roots.ts';
import { latestChange, unmergedJournals } from '../files/traces.ts';
import { find, type Found, type Question } from '../files/walk.ts';
import type { Machine } from '../machine.ts';
import { holderOf, openFiles } from './open-files.ts';

type FileVerbs = Pick<Machine, 'measure' | 'lastActivity' | 'unmerged' | 'remove'>;

/** The verbs of the port that concern files. */
export function linuxFiles(places: Places, uid: number, now: () => number): FileVerbs {
  const rootsOf = (client: Client): ReturnType<typeof findRoots> =>
    findRoots(client, 'linux', places);
  const questionOf = (client: Client, tiers: readonly Tier[]): Known<Question> => {
    const roots = rootsOf(client);
    if (!roots.known) return roots;
    return known({
      selections: selections(client, 'linux', roots.value, tiers),
      judge: fileJudge(client, 'linux', roots.value, PROTECTED),
      tiers,
      uid,
    });
  };
  return {
    measure: async (client, tiers, limit) => {
      const roots = rootsOf(client);
      // Most clients are not installed: their rules need not be read at all.
      if (roots.known && roots.value.length === 0) return known(0);
      const question = questionOf(client, tiers);
      if (!question.known) return question;
      const found = find({ ...question.value, limit });
      if (found.tooMany) return unknown('too-many');
      const denied = found.refusals.find((refusal) => refusal.code === 'denied');
      return denied ? unknown('denied', denied.subject) : known(found.bytes);
    },
    lastActivity: async (client) => {
      const roots = rootsOf(client);
      return roots.known ? latestChange(roots.value) : roots;
    },
    unmerged: async (client) => {
      const roots = rootsOf(client);
      return roots.known ? unmergedJournals(roots.value) : roots;
    },
    remove: async (client, order): Promise<Removal> => {
      const question = questionOf(client, order.tiers);
      if (!question.known) {
        const refusal = {
          code: 'denied',
          subject: client.id,
          detail: question.why.detail ?? '',
        } as const;
        return { files: 0, bytes: 0, to: 'nowhere', refusals: [refusal] };
      }
      const open = openFiles();
      return removeUnits(find(question.value), order, {
        dataHome: places.data ?? `${places.home}/.local/share`,
        uid,
        now,
        again: (unit) => findAgain(question.value, unit.path),
        holderOf: (path) => holderOf(path, open),
      });
    },
  };
}

/** One place again, by the same rules; what else they name does not matter now. */
const findAgain = (question: Question, path: string): Found => {
  const found = find({
    ...question,
    selections: question.selections.filter((one) => path.startsWith(`${one.root}/`)),
  });
  return { ...found, units: found.units.filter((unit) => unit.path === path) };
};
