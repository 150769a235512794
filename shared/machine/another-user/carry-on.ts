import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Environment } from '../linux/places.ts';
import type { Account } from './account.ts';
import { closeInherited } from './close-inherited.ts';
import { desktopOfUser } from './desktop-of-user.ts';
import { withRightsOf } from './with-rights-of.ts';

/** Why that user cannot run the program: no home folder to work in, the program or Node is closed to this user, … */
export class CarryFault extends Error {
  readonly code: 'no-home' | 'no-program' | 'no-setpriv' | 'not-allowed';
  /** The folder or file. */
  readonly place: string;
  constructor(code: CarryFault['code'], place = '') {
    super(`${code}: ${place}`);
    this.code = code;
    this.place = place;
  }
}

/** As login(1) sets it for people, where root's own may lead into root's home. */
const PATH = '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games';
/** What only tells how a terminal draws (as `su --login` keeps it). */
const KEPT = ['TERM', 'COLORTERM', 'NO_COLOR'] as const;
/** What that user's files get: nothing that root starts is for others to read. */
const UMASK = 0o077;

/**
 * Runs this program once more as another user; answers its exit code. `files` are those of this program. Whatever is
 * that user's is read with that user's rights alone. Throws CarryFault where that user cannot run it.
 */
export async function carryOnAs(
  account: Account,
  env: Environment,
  files: readonly string[],
): Promise<number> {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(isWhole);
  if (setpriv === undefined) throw new CarryFault('no-setpriv');
  process.chdir('/');
  hideOwnFiles();
  process.umask(UMASK);
  return ended(setpriv, account, sideOf(account, env, files));
}

function hideOwnFiles(): void {
  try {
    closeInherited();
  } catch {
    throw new CarryFault('not-allowed');
  }
}

/** BusyBox has a program of this name that knows neither users nor groups. */
const isWhole = (file: string): boolean =>
  existsSync(file) && path.basename(realpathSync(file)) === 'setpriv';

/** What the program gets of that user's beside the ids. */
interface Side {
  readonly env: Environment;
  readonly groups: readonly number[];
}

function sideOf(account: Account, env: Environment, files: readonly string[]): Side {
  try {
    return withRightsOf(account, () => {
      if (!isHome(account.home)) throw new CarryFault('no-home', account.home);
      for (const file of [process.execPath, ...files])
        if (!isReadable(file)) throw new CarryFault('no-program', file);
      const own = { ...ownEnvironment(account, env), ...desktopOfUser(account.uid) };
      return { env: own, groups: process.getgroups?.() ?? [] };
    });
  } catch (error) {
    throw error instanceof CarryFault ? error : new CarryFault('not-allowed');
  }
}

const ownEnvironment = ({ name, home, shell }: Account, env: Environment): Environment => ({
  ...{ HOME: home, USER: name, LOGNAME: name, SHELL: shell || '/bin/sh', PATH },
  LANG: env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'C.UTF-8',
  ...Object.fromEntries(KEPT.flatMap((one) => (env[one] === undefined ? [] : [[one, env[one]]]))),
});

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGWINCH', 'SIGCONT'] as const;

/**
 * Starts it by setpriv(1): Node starts programs without the groups of their user, and cannot become another program
 * itself. It ends when we do. It has a session of its own, so that TIOCSTI (ioctl_tty(2)) puts nothing into root's
 * terminal; while it runs, that user's programs may still read and write that terminal, as with su(1) without `--pty`.
 */
function ended(setpriv: string, { name, uid, gid, home }: Account, { env, groups }: Side) {
  // Its --init-groups goes by the number, which two names may have.
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, `--groups=${groups.join(',')}`];
  const enter = ['/bin/sh', '-c', 'cd "$0" && exec "$@"', home];
  const args = [
    ...ids,
    '--pdeathsig=TERM',
    '--',
    ...enter,
    process.execPath,
    ...process.argv.slice(1),
  ];
  const how = { env: { ...env }, cwd: '/', stdio: 'inherit', detached: true } as const;
  return new Promise<number>((resolve, reject) => {
    const child = spawn(setpriv, args, how);
    // A terminal tells only us: the child is no job of its shell.
    for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
    process.on('SIGTSTP', () => {
      child.kill('SIGSTOP');
      process.kill(process.pid, 'SIGSTOP');
    });
    child.on('error', () => reject(new CarryFault('not-allowed', name)));
    child.on('exit', (code, signal) => {
      if (signal === null) return resolve(code ?? 2);
      // Whoever waits for us sees how it ended.
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}

/** By calls that go by the effective user, as access(2) does not. */
function isHome(home: string): boolean {
  try {
    return path.isAbsolute(home) && statSync(`${home}/.`).isDirectory();
  } catch {
    return false;
  }
}

function isReadable(file: string): boolean {
  try {
    closeSync(openSync(file, 'r'));
    return true;
  } catch {
    return false;
  }
}
