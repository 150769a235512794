import { execFileSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';

/** Root starts everything for a plain account and looks with its eyes: nothing in /proc is hidden from root. */
const NAME = 'daemon';

export const isRoot = process.geteuid?.() === 0;

const idOf = (which: '-u' | '-g', name: string): number =>
  Number(execFileSync('/usr/bin/id', [which, name], { encoding: 'utf8' }));

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export const account: Account = isRoot
  ? { uid: idOf('-u', NAME), gid: idOf('-g', NAME) }
  : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

/** A second account, which only root can start something for. */
export const another: Account | undefined = isRoot ? { uid: 65_534, gid: 65_534 } : undefined;

/** Does something with the rights of the account; nothing else may happen meanwhile. */
export async function asAccount<T>(deed: () => Promise<T>): Promise<T> {
  if (!isRoot) return deed();
  process.setegid?.(account.gid);
  process.seteuid?.(account.uid);
  try {
    return await deed();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

/** In the namespace of the whole computer there may be a real client, which no test may ask to leave. */
export const isAlone = readlinkSync('/proc/self/ns/pid') !== 'pid:[4026531836]';
