import os from 'node:os';
import { lastPart, type Places } from '../../core/paths.ts';
import type { Secrets } from './hider.ts';

/** What says whose computer this is: its home folder, its user, its name in the network. */
export function secretsHere({ home }: Places): Secrets {
  const host = os.hostname();
  const [short = host] = host.split('.', 1);
  return { home, users: [...userHere(), lastPart(home)].filter(Boolean), hosts: [host, short] };
}

function userHere(): readonly string[] {
  try {
    return [os.userInfo().username];
  } catch {
    return []; // Such a user is in no list: containers run programs under any number.
  }
}

/** The system's own version, e.g. `Linux 6.1.0`; who builds a kernel may give it any name behind that. */
export const systemHere = (): string =>
  `${os.type()} ${/^[\d.]+/.exec(os.release())?.[0] ?? ''}`.trimEnd();
