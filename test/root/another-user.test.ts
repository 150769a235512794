import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import {
  lchownSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { desktopOfUser } from '../../shared/machine/another-user/desktop-of-user.ts';
import { until } from '../desk/until.ts';
import { asRoot } from './as-root.ts';
import { ANNA, BEN, environment, GROUPS_OF_ANNA, GROUPS_OF_TWIN } from './house.ts';
import { openHouse, SECRET, type House } from './house.ts';

interface Watch {
  readonly ours: ChildProcess;
  readonly hers: number;
}

interface Practice {
  readonly root: { readonly pid: number };
}

asRoot('--user', () => {
  let house: House;
  const started: string[] = [];
  beforeAll(async () => (house = await openHouse()));
  afterEach(async () => {
    for (const name of started.splice(0)) await house.run('practice', 'stop', '--user', name);
    for (const home of Object.values(house.homes))
      rmSync(path.join(home, '.local'), { recursive: true, force: true });
  });
  afterAll(() => house.end());

  const practice = async (name: string): Promise<number> => {
    started.push(name);
    const said = await house.run('practice', 'start', '--json', '--user', name);
    expect(said.err).toBe('');
    return (JSON.parse(said.out) as Practice).root.pid;
  };
  const stateOf = (name: 'anna' | 'ben'): string =>
    path.join(house.homes[name], '.local/state/clean-exit');

  it('makes anna’s client leave, not ben’s, and the records are hers', async () => {
    const [hers, his] = [await practice('anna'), await practice('ben')];
    expect([statusOf(hers, 'Uid'), statusOf(his, 'Uid')]).toEqual([[ANNA], [BEN]]);
    const said = await house.run('exit', 'practice', '--user', 'anna');
    expect([said.code, said.err]).toEqual([0, '']);
    expect([hers, his].map(isRunning)).toEqual([false, true]);
    const files = readdirSync(stateOf('anna'), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('receipts-2.jsonl');
    for (const file of files) {
      const { uid, gid, mode } = lstatSync(path.join(stateOf('anna'), file));
      expect([file, uid, gid, mode & 0o077]).toEqual([file, ANNA, ANNA, 0]);
    }
    expect(existsSync(path.join(stateOf('ben'), 'receipts-2.jsonl'))).toBe(false);
    expect((await house.run('log', '--user', 'anna')).out).toContain('practice');
    expect((await house.run('log', '--user', 'ben')).out).not.toContain('practice');
  });

  it('has her groups, her home, and nothing of root’s environment', async () => {
    const pid = await practice('anna');
    expect(statusOf(pid, 'Gid')).toEqual([ANNA]);
    expect(statusOf(pid, 'Groups')).toEqual(GROUPS_OF_ANNA);
    const said = await namesWith('anna');
    expect(said).toContain(`HOME=${house.homes.anna}`);
    expect(said.join()).not.toContain(SECRET);
    expect(said.join()).not.toContain('/root');
  });

  it('has the home and the groups of the name that was asked, also where another name has its number', async () => {
    const pid = await practice('twin');
    expect(statusOf(pid, 'Uid')).toEqual([ANNA]);
    expect(statusOf(pid, 'Gid')).toEqual([GROUPS_OF_TWIN[0]]);
    expect(statusOf(pid, 'Groups')).toEqual(GROUPS_OF_TWIN);
    const said = await namesWith('twin');
    expect(said).toEqual(expect.arrayContaining([`HOME=${house.homes.twin}`, 'LOGNAME=twin']));
  });

  it.each([
    ['the file of receipts', '.local/state/clean-exit/receipts-2.jsonl', 'file'],
    ['the state folder', '.local/state', 'folder'],
    ['the lock', '.local/state/clean-exit/claims', 'folder'],
  ])('writes through no link that anna laid in the place of %s', async (_, place, what) => {
    const own = path.join(path.dirname(house.homes.anna), 'of-root');
    mkdirSync(own, { mode: 0o700 });
    try {
      const target = what === 'file' ? path.join(own, 'file') : own;
      if (what === 'file') writeFileSync(target, 'root’s', { mode: 0o600 });
      layLink(house.homes.anna, place, target);
      const said = await house.run('exit', 'telegram', '--user', 'anna');
      expect(said.code).toBe(0);
      expect(readdirSync(own)).toEqual(what === 'file' ? ['file'] : []);
      if (what === 'file') expect(readFileSync(target, 'utf8')).toBe('root’s');
    } finally {
      rmSync(own, { recursive: true });
    }
  });

  it.each([
    [['status', '--user', 'nobody-here'], 'no user "nobody-here"'],
    [['status', '--user', 'root'], 'is root'],
    [['status', '--user', '0'], 'is root'],
    [['status', '--user', 'guest'], 'no home folder'],
    [['status', '--user', 'guest', '--lang', 'zh'], '没有可用的主目录'],
    [['status', '--user', 'nobody-here', '--lang', 'zh'], '没有用户'],
    [['--user', 'nobody-here', 'log'], 'no user'],
    [['exit', '--user', 'anna'], 'client'],
  ])('%j ends with a sentence and exit code 2', async (args, word) => {
    const said = await house.run(...args);
    expect([said.code, said.out]).toEqual([2, '']);
    expect(said.err).toContain(word);
    expect(said.err).not.toMatch(/\n\s+at /);
  });

  it('takes the number of a user as well', async () => {
    const said = await house.run('status', 'practice', '--user', String(ANNA), '--json');
    expect(said.err).toContain('practice');
    await practice('anna');
    const seen = await house.run('status', 'practice', '--user', String(ANNA), '--json');
    expect([seen.code, JSON.parse(seen.out)]).toMatchObject([1, { clients: [{}] }]);
  });

  it('shows her accounts as she sees them: no program of ours hides among hers', async () => {
    await practice('anna');
    await house.run('exit', 'practice', '--user', 'anna');
    const said = await house.run('accounts', 'practice', '--user', 'anna', '--json');
    expect([said.code, said.out]).toEqual([0, expect.not.stringContaining('EACCES')]);
  });

  /** A watch for this user, which ends by itself only when it is told to, and the program that runs it. */
  const watch = async (name: string, more: readonly (number | 'ignore')[] = []): Promise<Watch> => {
    const [program, args] = house.command('watch', 'telegram', '--user', name, '--json');
    const stdio: StdioOptions = ['ignore', 'pipe', 'inherit', ...more];
    const ours = spawn(program, args, { env: environment, stdio });
    await once(ours.stdout ?? ours, 'data');
    const [hers = 0] = childrenOf(ours.pid ?? 0);
    return { ours, hers };
  };

  /** A program of anna's with this environment, in the house, or in a sandbox beside it. */
  const hersWith = async (env: Record<string, string>, isSandboxed = false) => {
    const [enter, [mount = '']] = house.command();
    const own = ['--setuid', String(ANNA), '--setgid', String(ANNA), '--', '/bin/sleep', '600'];
    const program = spawn(enter, [...(isSandboxed ? [] : [mount]), ...own], { env });
    const pid = program.pid ?? 0;
    await until(() => nameOf(pid) === 'sleep' && statusOf(pid, 'Uid')[0] === ANNA, 'it runs');
    return program;
  };
  const namesWith = async (
    name: string,
    ...programs: readonly ChildProcess[]
  ): Promise<readonly string[]> => {
    const { ours, hers } = await watch(name);
    try {
      return readFileSync(`/proc/${hers}/environ`, 'utf8').split('\0');
    } finally {
      for (const one of [ours, ...programs]) {
        one.kill();
        await once(one, 'exit');
      }
    }
  };

  it('is of the desktop that her programs name, where it is there, and not that of a sandbox', async () => {
    const socket = createServer().listen(path.join(house.homes.anna, 'bus'));
    const env = {
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${house.homes.anna}/bus`,
      WAYLAND_DISPLAY: 'wayland-9',
    };
    // What outlives its desktop (tmux) names a screen that is not there any more.
    const program = await hersWith({ ...env, DISPLAY: ':977' });
    const inSandbox = await hersWith({ WAYLAND_DISPLAY: 'wayland-sandbox' }, true);
    const names = await namesWith('anna', program, inSandbox);
    socket.close();
    expect(names).toEqual(
      expect.arrayContaining(Object.entries(env).map(([name, value]) => `${name}=${value}`)),
    );
    expect(names).not.toContain('DISPLAY=:977');
  });

  it.each([false, true])(
    'has the folders below her home, whatever one program names (in a sandbox: %s)',
    async (isSandboxed) => {
      const names = ['CONFIG', 'DATA', 'CACHE', 'STATE'].map((one) => `XDG_${one}_HOME`);
      const env = Object.fromEntries(names.map((name) => [name, `${house.homes.anna}/app`]));
      const said = await namesWith('anna', await hersWith(env, isSandboxed));
      expect(said.filter((one) => /^XDG_\w+_HOME=/.test(one))).toEqual([]);
    },
  );

  it('has the folders that her sign-in named to her manager', () => {
    const proc = path.join(house.homes.anna, 'proc');
    const program = (pid: number, scope: string, folder: string): void => {
      const of = path.join(proc, String(pid));
      mkdirSync(of, { recursive: true });
      writeFileSync(path.join(of, 'cgroup'), `0::/user.slice/user-${ANNA}.slice/${scope}\n`);
      writeFileSync(path.join(of, 'environ'), `XDG_STATE_HOME=${folder}\0`);
      lchownSync(of, ANNA, ANNA);
    };
    program(7, `user@${ANNA}.service/app.slice/app.scope`, '/of-an-app');
    expect(desktopOfUser(ANNA, proc)).toEqual({});
    program(8, `user@${ANNA}.service/init.scope`, '/of-her-sign-in');
    expect(desktopOfUser(ANNA, proc)).toEqual({ XDG_STATE_HOME: '/of-her-sign-in' });
    rmSync(proc, { recursive: true });
  });

  it('has nothing open that root’s shell holds open', async () => {
    const file = path.join(path.dirname(house.homes.anna), 'lock-of-root');
    writeFileSync(file, SECRET, { mode: 0o600 });
    const fd = openSync(file, 'r');
    const gap = Array.from({ length: 40 }, () => 'ignore' as const);
    const { ours, hers } = await watch('anna', [
      fd,
      ...gap,
      fd,
      ...gap,
      ...gap,
      ...gap,
      ...gap,
      fd,
    ]);
    closeSync(fd);
    try {
      const files = readdirSync(`/proc/${hers}/fd`).map((one) => linkOf(`/proc/${hers}/fd/${one}`));
      expect(files).not.toContain(file);
    } finally {
      ours.kill();
      await once(ours, 'exit');
      rmSync(file);
    }
  });

  it('ends by Ctrl-C with the exit code of the command, in a session without root’s terminal', async () => {
    const { ours, hers } = await watch('anna');
    expect(statusOf(hers, 'Uid')).toEqual([ANNA]);
    expect(sessionOf(hers)).toBe(hers);
    ours.kill('SIGINT');
    const [code] = (await once(ours, 'exit')) as [number];
    expect(code).toBe(0);
    expect(isRunning(hers)).toBe(false);
  });

  it('ends also when root’s program is killed', async () => {
    const { ours, hers } = await watch('anna');
    ours.kill('SIGKILL');
    await until(() => !isRunning(hers), 'her program has ended');
  });

  it('works in her home, where she may write, whatever folder root stands in', async () => {
    const said = await house.run('doctor', '--record', 'seen.json', '--user', 'anna');
    expect(said.err).toBe('');
    expect(statSync(path.join(house.homes.anna, 'seen.json')).uid).toBe(ANNA);
  });
});

/** A link of anna's, in folders of anna's. */
function layLink(home: string, place: string, target: string): void {
  const above = path.dirname(place).split('/');
  above.forEach((_, at) => {
    const folder = path.join(home, ...above.slice(0, at + 1));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lchownSync(folder, ANNA, ANNA);
  });
  const link = path.join(home, place);
  symlinkSync(target, link);
  lchownSync(link, ANNA, ANNA);
}

/** The program's own name (proc(5), /proc/pid/comm). */
const nameOf = (pid: number): string => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();

/** What a descriptor leads to; empty where it was closed meanwhile. */
function linkOf(descriptor: string): string {
  try {
    return readlinkSync(descriptor);
  } catch {
    return '';
  }
}

/** The different numbers of one line of /proc/PID/status (proc(5)). */
function statusOf(pid: number, name: string): readonly number[] {
  const line = new RegExp(`^${name}:(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  const all = (line?.[1] ?? '').trim().split(/\s+/).map(Number);
  return [...new Set(all)].sort((a, b) => a - b);
}

/** A zombie has ended, although nobody has asked for its exit code. */
const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}`) && statOf(pid)[0] !== 'Z';

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

/** The fields behind the name (proc(5), /proc/pid/stat). */
const statOf = (pid: number): readonly string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];

const sessionOf = (pid: number): number => Number(statOf(pid)[3]);
