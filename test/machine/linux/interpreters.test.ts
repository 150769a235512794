import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { clients as catalogue } from '../../../shared/clients/index.ts';
import { clientOf, clientSchema } from '../../../shared/schema/client.ts';
import { folder, programAt, start, tidy } from './actors.ts';
import { pids, seen } from './seen.ts';

tidy();

/** A client of the user whose script an interpreter runs. */
const scripted = (exe: string, script: string): readonly Client[] => [
  clientOf(
    clientSchema.parse({
      ...{ schema: 'clean-exit/client/1', id: 'own', name: 'Own' },
      editions: [{ platform: 'linux', roots: [{ exe, script }] }],
    }),
    '/own.json',
  ),
];

describe('Java with a file of arguments', () => {
  it('is known by the script in it, relative to its folder', async () => {
    const top = realpathSync(folder());
    // What it is called decides, so a shell that waits stands for it; `#` keeps the shell from the rest.
    const java = programAt(path.join(top, 'jvm/bin/java'), realpathSync('/bin/sh'));
    writeFileSync(path.join(top, 'args'), `-Xmx1g\n-jar "${top}/chat app.jar"\n`);
    writeFileSync(path.join(top, '@args'), 'read -r line; :\n');
    const { pid } = await start(java, ['@args'], { cwd: top, stdio: 'pipe' });
    const clients = scripted(java, path.join(top, 'chat app.jar'));
    await vi.waitFor(async () => expect(pids(await seen('own', clients, top))).toEqual([pid]));
    const other = scripted(java, path.join(top, 'other.jar'));
    expect(pids(await seen('own', other, top))).toEqual([]);
  });
});

describe('a shell that reads its script from a descriptor', () => {
  it.each([
    ['standard input', []],
    ['-s', ['-s']],
    ['/dev/stdin', ['/dev/stdin']],
    ['/proc/self/fd/0', ['/proc/self/fd/0']],
    ['/dev/fd/0', ['/dev/fd/0', 'more']],
  ])('is known by the file behind %s', async (_, args) => {
    const top = realpathSync(folder());
    const script = path.join(top, 'chat.sh');
    writeFileSync(script, 'sleep 600 & wait\n');
    const shell = realpathSync('/bin/sh');
    const fd = openSync(script, 'r');
    const { pid } = await start(shell, args, { cwd: '/', stdio: [fd, 'ignore', 'ignore'] });
    closeSync(fd);
    const clients = scripted(shell, script);
    await vi.waitFor(async () => expect(pids(await seen('own', clients, top))).toEqual([pid]));
    expect(pids(await seen('own', scripted(shell, `${script}.other`), top))).toEqual([]);
  });
});

describe('a shell that a loader runs', () => {
  it('is found in PATH where the loader is given its name alone, and so is its script', async () => {
    const top = realpathSync(folder());
    // A shell that waits for its input stands for the loader.
    const loader = programAt(path.join(top, 'bin/sharun'), realpathSync('/bin/sh'));
    const shell = programAt(path.join(top, 'path/bash'), realpathSync('/bin/sh'));
    const script = path.join(top, 'chat.sh');
    writeFileSync(script, '');
    const { pid } = await start(loader, ['-s', 'bash', script], {
      ...{ cwd: top, stdio: 'pipe', env: { PATH: `/none:${path.dirname(shell)}` } },
    });
    await vi.waitFor(async () =>
      expect(pids(await seen('own', scripted(shell, script), top))).toEqual([pid]),
    );
  });
});

describe('a hard link of a script', () => {
  it('is the script', async () => {
    const top = realpathSync(folder());
    const shell = realpathSync('/bin/sh');
    const [script, link] = [path.join(top, 'chat.sh'), path.join(top, 'x/other')];
    writeFileSync(script, 'read -r line; :\n');
    mkdirSync(path.dirname(link));
    linkSync(script, link);
    const { pid } = await start(shell, [link], { stdio: 'pipe' });
    await vi.waitFor(async () =>
      expect(pids(await seen('own', scripted(shell, script), top))).toEqual([pid]),
    );
  });
});

describe('a Python that a virtual environment has copied', () => {
  it.each([
    ['home', 'python'],
    ['executable', 'python3'],
  ])('is the interpreter that "%s" of pyvenv.cfg names', async (key, name) => {
    const top = realpathSync(folder());
    const shell = realpathSync('/bin/sh');
    const python = programAt(path.join(top, 'usr/python3.11'), shell);
    copyFileSync(shell, path.join(top, 'usr/python3'));
    const copied = programAt(path.join(top, 'venv/bin', name), shell);
    const value = key === 'home' ? path.join(top, 'usr') : python;
    writeFileSync(path.join(top, 'venv/pyvenv.cfg'), `${key} = ${value}\nversion = 3.11.2\n`);
    const script = path.join(top, 'app/bot.py');
    mkdirSync(path.dirname(script));
    writeFileSync(script, 'read -r line; :\n');
    const { pid } = await start(copied, [script], { stdio: 'pipe' });
    const exe = key === 'home' ? path.join(top, 'usr/python3') : python;
    await vi.waitFor(async () =>
      expect(pids(await seen('own', scripted(exe, script), top))).toEqual([pid]),
    );
  });
});

describe('a loader that writes over its own command line', () => {
  it('is likely the client whose file it has mapped', async () => {
    const top = realpathSync(folder());
    const loader = realpathSync('/lib64/ld-linux-x86-64.so.2');
    const telegram = programAt(path.join(top, 'x/Telegram'), realpathSync('/usr/bin/perl'));
    const code = '$| = 1; $0 = "my chat"; print "x"; <STDIN>';
    const { pid, child } = await start(loader, [telegram, '-e', code], { stdio: 'pipe' });
    await once(child.stdout ?? child, 'data');
    const doubt = async () =>
      (await seen('telegram', catalogue, top)).doubts.find((one) => one.pid === pid);
    await vi.waitFor(async () =>
      expect(await doubt()).toMatchObject({ level: 'likely', place: telegram }),
    );
  });
});
