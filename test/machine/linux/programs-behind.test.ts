import { chmodSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { withProgramsBehind } from '../../../shared/store/programs-behind.ts';
import { linuxPlaces } from '../../../shared/machine/linux/places.ts';
import { clientOf, clientSchema } from '../../../shared/schema/client.ts';
import { until } from '../../desk/until.ts';
import { folder, programAt, start, tidy } from './actors.ts';
import { pids, seen } from './seen.ts';

tidy();

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
const exeOf = (pid: number): string => readlinkSync(`/proc/${pid}/exe`);

/** A client whose file names this as its program. */
const named = (exe: string, more: object = {}): readonly Client[] => {
  const own = clientOf(
    clientSchema.parse({
      ...{ schema: 'clean-exit/client/1', id: 'own', name: 'Own' },
      editions: [{ platform: 'linux', roots: [{ exe, ...more }] }],
    }),
    '/own.json',
  );
  return withProgramsBehind([own], linuxPlaces({ HOME: '/home/u' }, '/home/u'));
};

function script(file: string, ...lines: string[]): string {
  writeFileSync(file, `${lines.join('\n')}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('a client whose file names a script', () => {
  it('is known by the interpreter that runs it, and gone without', async () => {
    const top = realpathSync(folder());
    const file = script(
      path.join(top, 'chat'),
      `#!${process.execPath}`,
      'setInterval(() => {}, 1e6)',
    );
    const clients = named(file);
    expect(pids(await seen('own', clients, top))).toEqual([]);
    const { pid } = await start(file, [], { cwd: '/' });
    await vi.waitFor(async () => expect(pids(await seen('own', clients, top))).toEqual([pid]));
  });

  it('is the program that a shell goes on as', async () => {
    const top = realpathSync(folder());
    const chat = programAt(path.join(top, 'own/sleeping'));
    const clients = named(script(path.join(top, 'chat'), '#!/bin/sh', `exec ${chat} 600`));
    const { pid } = await start(path.join(top, 'chat'), []);
    await vi.waitFor(async () => {
      const { processes } = await seen('own', clients, top);
      const roots = processes.known ? processes.value : [];
      expect(roots.map((one) => [one.pid, one.exe, one.role])).toEqual([
        [pid, { known: true, value: chat }, 'root'],
      ]);
    });
  });

  it('is the shell and the one program that it waits for, and not known without', async () => {
    const top = realpathSync(folder());
    const chat = programAt(path.join(top, 'own/sleeping'));
    const file = script(path.join(top, 'chat'), '#!/bin/sh', `(${chat} 600; :)`, ':');
    const clients = named(file);
    expect((await seen('own', clients, top)).processes).toMatchObject({ known: false });
    const { pid } = await start(file, []);
    await vi.waitFor(async () => {
      const { processes } = await seen('own', clients, top);
      const roots = processes.known ? processes.value : [];
      expect(roots.map(({ role }) => role)).toEqual(['root', 'helper', 'root']);
      expect(roots[0]?.pid).toBe(pid);
      expect(roots[2]?.exe).toEqual({ known: true, value: chat });
    });
  });

  it('takes nothing for the client that its shell has put behind', async () => {
    const top = realpathSync(folder());
    const [chat, other] = ['chat', 'other'].map((name) => programAt(path.join(top, 'lib', name)));
    const shell = realpathSync('/bin/sh');
    const file = script(
      path.join(top, 'chat.sh'),
      `${chat} 600 &`,
      `${other} 600 &`,
      'echo up',
      'wait',
    );
    const { pid, child } = await start(shell, [file], { stdio: ['ignore', 'pipe', 'ignore'] });
    if (child.stdout) await once(child.stdout, 'data');
    // A shell that has forked is a second one of its name until the program is loaded.
    await until(() => childrenOf(pid).every((one) => exeOf(one) !== shell), 'both programs');
    expect(pids(await seen('own', named(shell, { script: file }), top))).toEqual([pid]);
  });
});

describe('a client whose file names a folder', () => {
  it('is not known, until the file names the program in it', async () => {
    const top = realpathSync(folder());
    const { processes } = await seen('own', named(top), top);
    expect(processes.known ? undefined : processes.why.detail).toContain(`${top} is a folder`);
  });
});

describe('a client whose file names arguments behind its program', () => {
  it.each([' 300', ' start', ' -b file', '\t600'])('is not known with "%s"', async (behind) => {
    const top = realpathSync(folder());
    const chat = programAt(path.join(top, 'My Chat/chat'));
    const { processes } = await seen('own', named(`${chat}${behind}`), top);
    expect(processes.known ? undefined : processes.why.detail).toContain(`behind ${chat}: name`);
  });

  it('is gone where a name with blanks is not installed', async () => {
    const top = realpathSync(folder());
    programAt(path.join(top, 'My/other'));
    const { processes } = await seen('own', named(path.join(top, 'My Chat/chat 2')), top);
    expect(processes).toEqual({ known: true, value: [] });
  });
});

describe('a client whose file names an AppImage', () => {
  it('is what runs in its mount; what serves the mount is no root, and a browser from it is not its own', async () => {
    const top = realpathSync(folder());
    const image = programAt(path.join(top, 'Chat.AppImage'));
    const mount = path.join(top, '.mount_ChatAbc');
    const chat = programAt(path.join(mount, 'usr/bin/whatever'));
    const browser = programAt(path.join(top, 'browser'));
    const env = { APPIMAGE: image, APPDIR: mount };
    const [server, inside] = [await start(image), await start(chat, ['600'], { env })];
    await start(browser, ['600'], { env });
    const clients = named(image);
    await vi.waitFor(async () => {
      const { processes } = await seen('own', clients, top);
      const roles = processes.known ? processes.value.map(({ pid, role }) => [pid, role]) : [];
      expect(new Map(roles as [number, string][])).toEqual(
        new Map([
          [server.pid, 'helper'],
          [inside.pid, 'root'],
        ]),
      );
    });
  });
});
