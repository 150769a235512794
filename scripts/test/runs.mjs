// As whom a run of the tests happens: as we are, or by root as a plain user in a pid namespace of its own.
import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A plain account of every Linux. Nothing in /proc is hidden from root, so root's tests miss whole classes of faults. */
const ACCOUNT = 'daemon';

/** A run as the user that we are. */
export const asWeAre = (top) => ({
  ...{ before: [], cwd: top, place: top, folder: os.tmpdir(), env: process.env },
  here: (file) => file,
  end: () => {},
});

/** What stands before a program that root runs beside nobody else, in a pid namespace of its own. */
export const alone = () =>
  process.getuid?.() === 0 && process.platform === 'linux'
    ? ['/usr/bin/unshare', ...NAMESPACES, '/bin/sh', '-c', '"$@" & wait $!', 'sh']
    : [];

/** A run as a plain user; the same as `asWeAre` where we are one. */
export function asPlainUser(top) {
  if (process.getuid?.() !== 0) return asWeAre(top);
  const [uid, gid] = ['-u', '-g'].map(idOf);
  const own = path.join(top, 'dist/plain');
  mkdirSync(path.join(own, 'home'), { recursive: true });
  for (const name of ['', ...readdirSync(own)]) chownSync(path.join(own, name), uid, gid);
  // Where the way to the checkout is closed to that account (as /root is), it is mounted at an open place.
  const isOpen =
    spawnSync('/usr/bin/test', ['-r', `${top}/package.json`], { uid, gid }).status === 0;
  const place = isOpen ? top : mkdtempSync(path.join(os.tmpdir(), 'clean-exit-checkout-'));
  const there = (file) => path.join(place, path.relative(top, file));
  const drop = ['/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const from = isOpen ? '' : top;
  return {
    before: [
      '/usr/bin/unshare',
      ...NAMESPACES,
      '/bin/sh',
      '-c',
      SCRIPT,
      'sh',
      from,
      place,
      ...drop,
    ],
    ...{ cwd: '/', place, folder: there(own) },
    env: {
      ...{ PATH: process.env.PATH, CI: process.env.CI, LANG: 'C.UTF-8' },
      ...{ HOME: there(path.join(own, 'home')), CLEAN_EXIT_TEST_FOLDER: there(own) },
    },
    here: (file) => path.join(top, path.relative(place, file)),
    end: () => (isOpen ? undefined : rmdirSync(place)),
  };
}

const NAMESPACES = ['--pid', '--mount', '--fork', '--mount-proc', '--kill-child'];

/** The shell is process 1 there: it waits for every orphan, as an init does. */
const SCRIPT = 'if [ -n "$1" ]; then mount --bind "$1" "$2"; fi; cd "$2"; shift 2; "$@" & wait $!';

const idOf = (which) =>
  Number(spawnSync('/usr/bin/id', [which, ACCOUNT], { encoding: 'utf8' }).stdout);
