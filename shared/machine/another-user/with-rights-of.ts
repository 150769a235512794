import process from 'node:process';
import type { Account } from './account.ts';

/** Node's types lack it (process.initgroups, Node.js documentation). */
type Groups = typeof process & { initgroups?(user: string, group: number): void };

/**
 * Does something with the groups and the rights of this user, and then is root again; nothing else may happen meanwhile.
 * Throws what the system says where it does not allow that.
 */
export function withRightsOf<T>({ name, uid, gid }: Account, deed: () => T): T {
  const [groups, group] = [process.getgroups?.() ?? [], process.getegid?.() ?? 0];
  try {
    // Without root no group can be changed any more.
    (process as Groups).initgroups?.(name, gid);
    process.setegid?.(gid);
    process.seteuid?.(uid);
    return deed();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(group);
    process.setgroups?.(groups);
  }
}
