import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { clients as catalogue } from '../../../shared/clients/index.ts';
import { presence } from '../../../shared/core/presence.ts';
import { appBeside, appTraitsOf } from '../../../shared/machine/linux/app-name.ts';
import { mountNamesOf } from '../../../shared/machine/linux/mount-names.ts';
import { clientOf, clientSchema } from '../../../shared/schema/client.ts';
import { folder, programAt, start, tidy } from './actors.ts';
import { pids, seen } from './seen.ts';

tidy();

const uid = process.getuid?.() ?? 0;

/** A client of the user whose program is at `exe`. */
const own = (exe: string, script?: string): Client =>
  clientOf(
    clientSchema.parse({
      schema: 'clean-exit/client/1',
      id: 'own',
      name: 'Own',
      editions: [{ platform: 'linux', roots: [{ exe, ...(script ? { script } : {}) }] }],
    }),
    '/own.json',
  );

describe('a program behind links', () => {
  it('is known below a home that is a link, and by the file that a pattern names as a link', async () => {
    const top = realpathSync(folder());
    mkdirSync(path.join(top, 'var/home/u'), { recursive: true });
    symlinkSync('var/home', path.join(top, 'home'));
    const home = path.join(top, 'home/u');
    const telegram = await start(programAt(path.join(home, 'Apps/Telegram/Telegram')));
    expect(pids(await seen('telegram', catalogue, home))).toContain(telegram.pid);

    const real = programAt(path.join(top, 'real/prog-1.2'));
    const link = path.join(top, 'links/prog');
    mkdirSync(path.dirname(link));
    symlinkSync(real, link);
    const { pid } = await start(real);
    expect(pids(await seen('own', [own(link)], home))).toEqual([pid]);
  });

  it('is known by a link in a folder below which a pattern looks everywhere, and by a second name of its file', async () => {
    const top = realpathSync(folder());
    const home = path.join(top, 'home');
    const disk = programAt(path.join(top, 'disk/Telegram/Telegram'));
    mkdirSync(home);
    symlinkSync(path.join(top, 'disk'), path.join(home, 'Downloads'));
    const { pid } = await start(disk);
    expect(pids(await seen('telegram', catalogue, home))).toContain(pid);

    const chat = programAt(path.join(top, 'a/chat'));
    mkdirSync(path.join(top, 'b'));
    linkSync(chat, path.join(top, 'b/chat'));
    const linked = await start(chat);
    expect(pids(await seen('own', [own(path.join(top, 'b/chat'))], home))).toEqual([linked.pid]);
  });

  it('is known by its file, whatever a hard link calls it', async () => {
    const top = realpathSync(folder());
    const exe = programAt(path.join(top, 'opt/prog'));
    linkSync(exe, path.join(top, 'start-it'));
    symlinkSync(exe, path.join(top, 'link'));
    const { pid } = await start(path.join(top, 'start-it'));
    for (const named of [exe, path.join(top, 'link')])
      expect(pids(await seen('own', [own(named)], top))).toEqual([pid]);
  });

  it('is known by its file in a loader as well', async () => {
    const top = realpathSync(folder());
    const exe = path.join(top, 'prog');
    writeFileSync(exe, 'read -r line; :\n');
    linkSync(exe, path.join(top, 'start-it'));
    // What it is called decides, so a shell that waits stands for the emulator.
    const loader = programAt(path.join(top, 'bin/box64'), realpathSync('/bin/sh'));
    const { pid } = await start(loader, [path.join(top, 'start-it')], { stdio: 'pipe' });
    expect(pids(await seen('own', [own(exe)], top))).toEqual([pid]);
  });

  it('is known by its file at a place with a wildcard as well', async () => {
    const home = realpathSync(folder());
    const exe = programAt(path.join(home, 'Apps/2026/Telegram/Telegram'));
    const other = programAt(path.join(home, 'tools/tool'));
    mkdirSync(path.join(home, 'bin'));
    linkSync(exe, path.join(home, 'bin/tg'));
    linkSync(other, path.join(home, 'bin/tool'));
    await start(path.join(home, 'bin/tool'));
    const { pid } = await start(path.join(home, 'bin/tg'));
    expect(pids(await seen('telegram', catalogue, home))).toEqual([pid]);
  });

  it('is no client’s where one file is two applications, and perhaps where nobody can read which', async () => {
    const top = realpathSync(folder());
    const exe = programAt(path.join(top, 'foo/foo'));
    const packageOf = (one: string, text: string): void => {
      const inner = path.join(top, one, 'resources/app');
      mkdirSync(inner, { recursive: true });
      writeFileSync(path.join(inner, 'package.json'), text);
    };
    packageOf('foo', '{"name":"foo"}');
    packageOf('other', '{"name":"bar"}');
    packageOf('copy', '{"name":"foo"}');
    packageOf('broken', '{');
    const places = ['other/bar', 'other/foo', 'copy/chat', 'broken/chat'] as const;
    for (const place of places) linkSync(exe, path.join(top, place));
    const of: Record<string, number> = {};
    for (const place of places) of[place] = (await start(path.join(top, place))).pid;
    const observation = await seen('own', [own(exe)], top);
    expect(pids(observation)).toEqual([of['copy/chat']]);
    const doubtful = observation.doubts.map(({ pid, level }) => [pid, level]);
    expect(doubtful).toContainEqual([of['broken/chat'], 'likely']);
    expect(doubtful.map(([pid]) => pid)).not.toContain(of['other/bar']);
  });

  it('is a script as well, under any of its names', async () => {
    const top = realpathSync(folder());
    const script = path.join(top, 'app/app.sh');
    mkdirSync(path.dirname(script));
    writeFileSync(script, 'sleep 600 & wait\n');
    symlinkSync(path.join(top, 'app'), path.join(top, 'current'));
    const shell = realpathSync('/bin/sh');
    const one = own(shell, script);
    for (const named of [path.join(top, 'current/app.sh'), `${top}/app//./app.sh`]) {
      const { pid } = await start(shell, [named]);
      await vi.waitFor(async () => expect(pids(await seen('own', [one], top))).toContain(pid));
    }
    const named = own(shell, path.join(top, 'current/app.sh'));
    // A shell that forks is there twice for a moment.
    await vi.waitFor(async () => expect(pids(await seen('own', [named], top))).toHaveLength(2));
  });
});

describe('a program at an unknown place', () => {
  it('makes its client unknown, also renamed by an update, and is told with its place', async () => {
    const home = realpathSync(folder());
    const file = programAt(path.join(home, 'x/bin/telegram-desktop'));
    const { pid } = await start(file);
    renameSync(file, `${file}.old`);
    const found = await seen('telegram', catalogue, home);
    expect(presence(found)).toBe('unknown');
    expect(found.doubts.filter((one) => one.pid === pid)).toMatchObject([
      { place: `${file}.old`, level: 'likely', because: ['own-name'] },
    ]);
  });

  it('with a common name is likely by what it has open', async () => {
    const home = realpathSync(folder());
    const data = path.join(home, '.config/QQ');
    mkdirSync(data, { recursive: true });
    const qq = programAt(path.join(home, 'x/qq'));
    const level = async (pid: number) =>
      (await seen('qq', catalogue, home)).doubts.find((one) => one.pid === pid)?.level;
    const other = await start(qq);
    await vi.waitFor(async () => expect(await level(other.pid)).toBe('namesake'));
    const { pid } = await start('/bin/sh', ['-c', `exec ${qq} 600 9> ${data}/lock`]);
    await vi.waitFor(async () => expect(await level(pid)).toBe('likely'));
  });
});

describe('what a chat has opened', () => {
  it('inherits the AppImage of the chat, and is none of it', async () => {
    const home = realpathSync(folder());
    const qq = programAt(path.join(home, 'x/qq'));
    const level = async (appDir: string) => {
      const env = { APPIMAGE: path.join(home, 'QQ.AppImage'), APPDIR: appDir };
      const { pid } = await start(qq, ['600'], { env });
      return (await seen('qq', catalogue, home)).doubts.find((one) => one.pid === pid)?.level;
    };
    expect(await level(path.join(home, 'x'))).toBe('likely');
    expect(await level(path.join(home, 'mounted'))).toBe('namesake');
  });
});

describe('a script with a client’s name', () => {
  it('is a note with its own place', async () => {
    const home = realpathSync(folder());
    const script = path.join(home, 'sbin/slack');
    mkdirSync(path.dirname(script));
    writeFileSync(script, 'sleep 600 & wait\n');
    const { pid } = await start(realpathSync('/bin/sh'), [script, '-v']);
    const notes = async () =>
      (await seen('slack', catalogue, home)).doubts.filter((one) => one.pid === pid);
    await vi.waitFor(async () =>
      expect(await notes()).toMatchObject([{ place: script, level: 'namesake' }]),
    );
  });
});

describe('the package of an Electron program', () => {
  const UNREAD = { isAppUnread: true };
  const at = (file: string, content: string | Buffer): string => {
    const top = folder();
    mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
    writeFileSync(path.join(top, file), content);
    return top;
  };
  const packed = (name: string) => asar(`{"name":"${name}","version":"4"}`);
  const INSIDE = 'resources/app/package.json';

  it('says what it is called, packed or not', () => {
    expect(appBeside(at(INSIDE, '{"name":"slack"}'))).toEqual({ appName: 'slack' });
    expect(appBeside(at('resources/app.asar', packed('Slack')))).toEqual({ appName: 'Slack' });
    expect(appBeside(at(INSIDE, '{}'))).toEqual({});
    expect(appBeside(folder())).toEqual({});
  });

  it.each([
    ['invalid', (file: string) => writeFileSync(file, '{"name":')],
    ['no object', (file: string) => writeFileSync(file, 'null')],
    ['too big', (file: string) => writeFileSync(file, `{"name":"x"}${' '.repeat(3_000_000)}`)],
    ['a pipe', (file: string) => void execFileSync('/usr/bin/mkfifo', [file])],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a link to itself', (file: string) => symlinkSync(file, file)],
  ])('can have any name where it is %s', (_, make) => {
    for (const file of [INSIDE, 'resources/app.asar']) {
      const top = at(file, '');
      rmSync(path.join(top, file));
      make(path.join(top, file));
      expect(appBeside(top)).toEqual(UNREAD);
    }
  });

  it.skipIf(uid === 0)('can have any name where it is closed to us', () => {
    const top = at(INSIDE, '{"name":"x"}');
    chmodSync(path.join(top, INSIDE), 0);
    expect(appBeside(top)).toEqual(UNREAD);
  });

  it('is asked of what a shared Electron runs: an archive, a folder, a file in one', () => {
    const folderOf = at('package.json', '{"name":"slack"}');
    writeFileSync(path.join(folderOf, 'x.asar'), packed('Slack'));
    for (const app of ['', '/main.js', '/x.asar'])
      expect(appTraitsOf(folderOf + app).appName?.toLowerCase()).toBe('slack');
    expect(appTraitsOf(at('app.asar', 'nothing of the kind'))).toEqual(UNREAD);
    expect(appTraitsOf(path.join(folderOf, 'gone.asar'))).toEqual({});
  });

  it('makes a program with a common name likely where it cannot be read', async () => {
    const home = realpathSync(folder());
    const exe = programAt(path.join(home, 'x/slack'));
    const { pid } = await start(exe);
    const level = async () =>
      (await seen('slack', catalogue, home)).doubts.find((one) => one.pid === pid)?.level;
    await vi.waitFor(async () => expect(await level()).toBe('namesake'));
    mkdirSync(path.join(home, 'x/resources'));
    writeFileSync(path.join(home, 'x/resources/app.asar'), 'nothing of the kind');
    expect(await level()).toBe('likely');
  });

  it('tells the client that a shared Electron runs from any folder', async () => {
    const home = realpathSync(folder());
    const electron = programAt(path.join(home, 'lib/electron28-bin'), realpathSync('/bin/sh'));
    const app = at('package.json', '{"name":"slack"}');
    writeFileSync(path.join(app, 'main.js'), 'read -r line; :\n');
    const { pid } = await start(electron, [path.join(app, 'main.js')], { stdio: 'pipe' });
    await vi.waitFor(async () =>
      expect((await seen('slack', catalogue, home)).doubts).toMatchObject([
        { pid, level: 'likely', because: ['script', 'sibling'] },
      ]),
    );
  });
});

/** An archive of one file, as @electron/asar writes it. */
function asar(text: string): Buffer {
  const list = JSON.stringify({ files: { 'package.json': { offset: '0', size: text.length } } });
  const padded = Math.ceil(list.length / 4) * 4;
  const sizes = Buffer.alloc(16);
  [4, padded + 8, padded + 4, list.length].forEach((size, at) => sizes.writeUInt32LE(size, at * 4));
  return Buffer.concat([sizes, Buffer.from(list.padEnd(padded, '\0')), Buffer.from(text)]);
}

describe('the names that bind mounts give a path', () => {
  it('are those of the same folder of the same file system', () => {
    const proc = folder();
    mkdirSync(path.join(proc, 'self'));
    const lines = [
      '1 0 8:1 / / rw - ext4 /dev/sda1 rw',
      '2 1 8:2 / /mnt/disk\\0401 rw - ext4 /dev/sdb1 rw',
      '3 1 8:2 /apps /opt/chat rw - ext4 /dev/sdb1 rw',
      '4 1 8:1 /srv/chat /home/u/chat rw - ext4 /dev/sda1 rw',
    ];
    writeFileSync(path.join(proc, 'self/mountinfo'), `${lines.join('\n')}\n`);
    expect(mountNamesOf('/mnt/disk 1/apps/chat', proc)).toEqual(['/opt/chat/chat']);
    expect(mountNamesOf('/opt/chat/chat', proc)).toEqual(['/mnt/disk 1/apps/chat']);
    expect(mountNamesOf('/srv/chat/bin/chat', proc)).toEqual(['/home/u/chat/bin/chat']);
    expect(mountNamesOf('/usr/bin/chat', proc)).toEqual([]);
    expect(mountNamesOf('/x', path.join(proc, 'none'))).toEqual([]);
  });
});
