import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { acquireLock, type LockOwner, type LockAttempt } from '../../shared/store/lock.ts';
import { inState, StateFault } from '../../shared/machine/files/state-fault.ts';
import { folder, tidy } from '../machine/linux/actors.ts';
import { LOCKER } from './locker.ts';
import { program } from './program.ts';

tidy();
afterEach(() => {
  vi.restoreAllMocks();
});

const holder = (pid: number, request = 'exit'): LockOwner => ({
  pid,
  startTime: String(pid),
  request,
  since: 'now',
});
const alive =
  (...pids: number[]) =>
  (one: LockOwner): boolean =>
    pids.includes(one.pid);

describe('the right to act on a client', () => {
  it('is held by one at a time, and the other learns by whom', () => {
    const file = path.join(folder(), 'claims', 'chat');
    const first = acquireLock(file, holder(1), alive(1, 2));
    expect(first.granted).toBe(true);
    expect(acquireLock(file, holder(2), alive(1, 2))).toEqual({
      granted: false,
      holder: holder(1),
    });
    if (first.granted) first.release();
    expect(acquireLock(file, holder(2), alive(1, 2)).granted).toBe(true);
  });

  it('is taken from a holder that is proven dead', () => {
    const file = path.join(folder(), 'chat');
    acquireLock(file, holder(1), alive(1));
    expect(acquireLock(file, holder(2), alive(2)).granted).toBe(true);
    expect(readdirSync(path.dirname(file))).toEqual(['chat']);
  });

  it('is taken also where somebody died while breaking it', () => {
    const file = path.join(folder(), 'chat');
    acquireLock(file, holder(1), alive(1));
    acquireLock(`${file}.broken`, holder(2), alive(2));
    expect(acquireLock(file, holder(3), alive(3)).granted).toBe(true);
  });

  it('is not released by somebody who no longer has it', () => {
    const file = path.join(folder(), 'chat');
    const late = acquireLock(file, holder(1), alive(1));
    acquireLock(file, holder(2), alive(2));
    if (late.granted) late.release();
    expect(acquireLock(file, holder(3), alive(2, 3))).toMatchObject({
      granted: false,
      holder: { pid: 2 },
    });
  });
});

describe('a claim file that is no claim', () => {
  const torn = ['', '{"pid":', '{}', '\0\0\0'];

  /** Written some seconds ago, or in the future after a clock was set back. */
  function written(text: string, secondsAgo: number): string {
    const file = path.join(folder(), 'chat');
    writeFileSync(file, text);
    const at = Date.now() / 1000 - secondsAgo;
    utimesSync(file, at, at);
    return file;
  }

  it.each(torn)('%j is not taken while somebody may be writing it', (text) => {
    const file = written(text, 20);
    vi.spyOn(os, 'uptime').mockReturnValue(10_000);
    expect(acquireLock(file, holder(1), alive(1))).toMatchObject({
      granted: false,
      holder: { pid: 0, request: 'unknown', since: expect.stringMatching(/^\d{4}-.*Z$/) as string },
    });
  });

  it.each(torn)('%j is broken when it is older than a minute', (text) => {
    const file = written(text, 61);
    expect(acquireLock(file, holder(1), alive(1)).granted).toBe(true);
    expect(acquireLock(file, holder(2), alive(1, 2))).toMatchObject({ holder: holder(1) });
    expect(readdirSync(path.dirname(file))).toEqual(['chat']);
  });

  it('is broken when it is from before this boot, or far in the future', () => {
    vi.spyOn(os, 'uptime').mockReturnValue(10);
    expect(acquireLock(written('', 20), holder(1), alive(1)).granted).toBe(true);
    expect(acquireLock(written('', -3_600), holder(1), alive(1)).granted).toBe(true);
  });

  it('is broken also where breaking it was torn', () => {
    const file = written('', 61);
    writeFileSync(`${file}.broken`, '');
    utimesSync(`${file}.broken`, 1, 1);
    expect(acquireLock(file, holder(1), alive(1)).granted).toBe(true);
  });

  it('is broken by one of many at a time', async () => {
    const file = written('', 61);
    const locker = await program(LOCKER);
    const all = Array.from({ length: 6 }, () => execa(process.execPath, [locker, file]));
    // Whoever has it keeps it until everybody has spoken.
    const said = await Promise.all(
      all.map(async ({ stdout }) => String(await once(stdout, 'data'))),
    );
    for (const one of all) one.stdin.end();
    await Promise.all(all);
    expect(said.filter((one) => one === 'granted\n')).toHaveLength(1);
  });
});

describe('a state folder that keeps nothing', () => {
  const fault = (deed: () => LockAttempt): StateFault => {
    try {
      deed();
    } catch (error) {
      if (error instanceof StateFault) return error;
      throw error;
    }
    throw new Error('nothing was thrown');
  };
  const take = (file: string) => fault(() => acquireLock(file, holder(1), alive(1)));

  it('is a fault that says what and where', () => {
    const inTheWay = path.join(folder(), 'file');
    writeFileSync(inTheWay, '');
    expect(take(path.join(inTheWay, 'claims/chat'))).toMatchObject({
      code: 'ENOTDIR',
      path: path.join(inTheWay, 'claims'),
    });
    const readOnly = take('/proc/claims/chat');
    expect(readOnly.code).toBe('ENOENT');
    expect(readOnly.message).toBe(
      '/proc/claims cannot be used: no such file or directory (ENOENT)',
    );
  });

  it('is told where the disk is full, in words', () => {
    const full = (): never => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    expect(() => inState('/state/claims', full)).toThrow(
      '/state/claims cannot be used: no space left on device (ENOSPC)',
    );
  });

  it('is told, and not waited for, where something else is in the place of the claim', async () => {
    const at = folder();
    mkdirSync(path.join(at, 'a-folder'));
    await execa('mkfifo', [path.join(at, 'a-pipe')]);
    symlinkSync('/nowhere/at/all', path.join(at, 'a-dead-link'));
    for (const name of ['a-folder', 'a-pipe', 'a-dead-link'])
      expect(take(path.join(at, name))).toMatchObject({
        code: 'not-a-file',
        path: path.join(at, name),
      });
    expect(readdirSync(at)).toHaveLength(3);
  });

  it('does not undo what was done: a release never throws', () => {
    const at = path.join(folder(), 'claims');
    const taken = acquireLock(path.join(at, 'chat'), holder(1), alive(1));
    rmSync(at, { recursive: true });
    mkdirSync(path.join(at, 'chat'), { recursive: true });
    expect(taken.granted).toBe(true);
    expect(() => taken.granted && taken.release()).not.toThrow();
  });
});
