import os from 'node:os';
import process from 'node:process';
import { codeOf } from '../files/errno.ts';

/** A user of this computer, as the system's list of users says (passwd(5)). */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** As the list says: it may not exist, and may be no path at all. */
  readonly home: string;
  /** Empty where the list names none. */
  readonly shell: string;
}

/** Why a user cannot be taken: no such name, we are not root, or the system does not let root change its user. */
export type AccountFault = 'unknown' | 'not-root' | 'not-allowed';

/**
 * Looks up a user by name, or by number as the system writes it. Asks the same list as the login does (NSS), and reads
 * no file of that user: Node knows only the user that we are, so for a moment we have that user's effective id.
 */
export function accountOf(name: string): Account | AccountFault {
  const before = process.geteuid?.();
  if (before === undefined) return 'not-allowed';
  try {
    takeId(name);
    const { uid, gid, username, homedir, shell } = os.userInfo();
    // Two names may have one number: the groups go by the name that was asked for.
    const own = NUMBER.test(name) ? username : name;
    return { ...{ uid, gid, shell: shell ?? '' }, name: own, home: homedir };
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return 'unknown';
    return before === 0 ? 'not-allowed' : 'not-root';
  } finally {
    process.seteuid?.(before);
  }
}

const NUMBER = /^\d{1,9}$/;

function takeId(name: string): void {
  try {
    process.seteuid?.(name);
  } catch (error) {
    if (codeOf(error) !== 'ERR_UNKNOWN_CREDENTIAL' || !NUMBER.test(name)) throw error;
    process.seteuid?.(Number(name));
  }
}

/** Whether we run as this user already. */
export const isUs = ({ uid }: Account): boolean => process.geteuid?.() === uid;
