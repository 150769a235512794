import { copyFileSync, existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { recognizer } from '../../../shared/core/identify.ts';
import { linuxMachine } from '../../../shared/machine/linux/linux.ts';
import { clientOf, clientSchema } from '../../../shared/schema/client.ts';
import { folder, programAt, start, tidy } from './actors.ts';
import { snapshotOf } from '../../observe.ts';

tidy();

const BWRAP = '/usr/bin/bwrap';
const lacks = existsSync(BWRAP) ? '' : ': needs bubblewrap: sudo apt install bubblewrap';
const SCREEN = ':4711';
const SHELL = realpathSync('/bin/sh');

let top: string;
let exe: string;
beforeEach(() => {
  top = realpathSync(folder());
  exe = programAt(path.join(top, 'opt/own-long-chat'), SHELL);
});

/** A user's client with a name of its own at `exe`. */
const own = () => [
  ...clients,
  clientOf(
    clientSchema.parse({
      ...{ schema: 'clean-exit/client/1', id: 'own', name: 'Own' },
      editions: [{ platform: 'linux', roots: [{ exe, name: 'own' }] }],
    }),
    '/own.json',
  ),
];

/** `certain`, the level of a doubt, or `other`, of whatever runs in the box. */
async function level(): Promise<string> {
  const uid = process.getuid?.() ?? 0;
  const machine = linuxMachine({
    env: { HOME: top, DISPLAY: SCREEN },
    ...{ home: top, uid, now: Date.now },
  });
  const all = own();
  const sighting = await snapshotOf(machine, all, { trayIcons: false, windows: false });
  const seen = recognizer(all, 'linux', machine.places)(sighting).get('own');
  if (!seen?.processes.known) return 'blind';
  if (seen.processes.value.length > 0) return 'certain';
  return seen.doubts[0]?.level ?? 'other';
}

/** Starts a program in a box that has `from` at the place `to`. */
async function boxed(from: string, to: string, screen: string, program = to): Promise<void> {
  const code = 'echo; read -r line';
  const args = ['--dev-bind', '/', '/', '--bind', from, to, '--', program, '-c', code];
  const { child } = await start(BWRAP, args, { stdio: 'pipe', env: { DISPLAY: screen } });
  await once(child.stdout ?? child, 'data');
}

const found = (screen: string, wanted: string, from: string, to: string) =>
  boxed(from, to, screen).then(() => vi.waitFor(async () => expect(await level()).toBe(wanted)));

/** Runs `code` in a box of its own numbers; answers a line to it, which it waits for. */
async function inBox(code: string): Promise<(line: string) => void> {
  const args = [
    '--dev-bind',
    '/',
    '/',
    '--unshare-pid',
    '--die-with-parent',
    '--proc',
    '/proc',
    '--',
    SHELL,
    '-c',
    code,
  ];
  const { child } = await start(BWRAP, args, { stdio: 'pipe', env: { DISPLAY: SCREEN } });
  await once(child.stdout ?? child, 'data');
  return (line) => void child.stdin?.write(`${line}\n`);
}

describe.skipIf(lacks !== '')(`below a bubblewrap that lives${lacks}`, () => {
  const CLIENT = () => `"${exe}" -c 'echo; read -r line'`;

  it('a client is seen by one who looks for the first time, and has gone with itself', async () => {
    const say = await inBox(`${CLIENT()}; read -r line`);
    expect(await level()).toBe('certain');
    say('leave');
    await vi.waitFor(async () => expect(await level()).toBe('other'));
  });

  it('a client is seen although what started it there has left', async () => {
    await inBox(`exec 3<&0; (${CLIENT()} <&3 &); sleep 600`);
    expect(await level()).toBe('certain');
  });

  it('other programs and the bubblewrap itself are none', async () => {
    await inBox('echo; read -r line');
    expect(await level()).toBe('other');
  });
});

describe.skipIf(lacks !== '')(`in mounts of its own${lacks}`, () => {
  const copy = (): string => {
    const made = path.join(top, 'copy');
    copyFileSync(exe, made);
    return made;
  };
  const different = (): string => programAt(path.join(top, 'other'), realpathSync('/bin/bash'));

  it('the same bytes on our desktop are the client', () => found(SCREEN, 'certain', copy(), exe));

  it('the same bytes elsewhere are likely it', () => found(':4712', 'likely', copy(), exe));

  it('another program on our desktop is likely it', () =>
    found(SCREEN, 'likely', different(), exe));

  it('another program elsewhere is none', () => found(':4712', 'other', different(), exe));

  it('a file that an update has replaced meanwhile is still the client', async () => {
    await boxed(top, top, SCREEN, exe);
    rmSync(exe);
    programAt(exe, realpathSync('/bin/bash'));
    await vi.waitFor(async () => expect(await level()).toBe('certain'));
  });

  it('a file that was bound there and removed is likely it', async () => {
    await boxed(exe, exe, SCREEN);
    rmSync(exe);
    await vi.waitFor(async () => expect(await level()).toBe('likely'));
  });

  it('its file bound at another name is the client', async () => {
    const name = path.join(top, 'start-it');
    writeFileSync(name, '');
    await found(SCREEN, 'certain', exe, name);
  });
});
