import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
 * no file of that user: Node knows only the user that we are, so for a moment we have that user's effective id. Where two
 * names have one number, home, group and shell are those of the name that was asked for.
 */
export function accountOf(name: string): Account | AccountFault {
  const before = process.geteuid?.();
  if (before === undefined) return 'not-allowed';
  const first = firstOfNumber(name, before);
  if (typeof first === 'string' || first.name === name || NUMBER.test(name)) return first;
  const own = entryOf(name);
  return own?.uid === first.uid ? own : 'not-allowed';
}

/** The first name in the list that has the number of this one. */
function firstOfNumber(name: string, before: number): Account | AccountFault {
  try {
    takeId(name);
    const { uid, gid, username, homedir, shell } = os.userInfo();
    return { ...{ uid, gid, shell: shell ?? '' }, name: username, home: homedir };
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return 'unknown';
    return before === 0 ? 'not-allowed' : 'not-root';
  } finally {
    process.seteuid?.(before);
  }
}

/** The entry of just this name, as getent(1) prints it; undefined without getent. */
function entryOf(name: string): Account | undefined {
  const getent = ['/usr/bin/getent', '/bin/getent'].find((file) => existsSync(file));
  if (getent === undefined) return undefined;
  const how = { encoding: 'utf8', env: {}, cwd: '/' } as const;
  const [line = ''] = (spawnSync(getent, ['passwd', name], how).stdout ?? '').split('\n');
  const [, , uid, gid, , home = '', shell = ''] = line.split(':');
  if (!NUMBER.test(uid ?? '') || !NUMBER.test(gid ?? '')) return undefined;
  return { ...{ name, home, shell }, uid: Number(uid), gid: Number(gid) };
}

const NUMBER = /^\d{1,10}$/;

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
