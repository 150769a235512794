import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readStat } from '../../shared/machine/linux/processes.ts';
import { startDesk, type Desk, type DeskOptions } from './desk.ts';
import { needs, programs, titled } from './missing.ts';
import { until } from './until.ts';

const missing = needs('dbus', 'xvfb', 'watcher');

describe.skipIf(missing)(titled('a desk of our own', missing), () => {
  const desks: Desk[] = [];
  const make = async (options: DeskOptions): Promise<Desk> => {
    const desk = await startDesk(options);
    desks.push(desk);
    return desk;
  };
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.end();
  });

  it('has a bus, a screen and a watcher, and leaves nothing behind', async () => {
    const desk = await make({ screen: true, watcher: true });
    expect(desk.env['DBUS_SESSION_BUS_ADDRESS']).toMatch(/^unix:path=/);
    expect(desk.env['DISPLAY']).toMatch(/^:\d+$/);
    const sleeper = await desk.start('/bin/sh', ['-c', 'sleep 600 & echo $!; wait']);
    await sleeper.says('\n');
    const pids = [desk.bus.pid, desk.server?.pid ?? 0, sleeper.pid, Number(sleeper.stdout())];
    for (const pid of pids) expect(readStat(pid)).toBeDefined();
    const home = desk.env['HOME'] ?? '';
    await desk.end();
    // A grandchild is reaped by init, when that has time.
    for (const pid of pids) await until(() => readStat(pid) === undefined, `${pid} is gone`);
    expect(existsSync(home)).toBe(false);
    expect(existsSync(`/tmp/.X11-unix/X${desk.env['DISPLAY']?.slice(1)}`)).toBe(false);
  });

  it('takes nothing over from the session in which the tests run', async () => {
    const desk = await make({});
    expect(desk.env['DISPLAY']).toBeUndefined();
    expect(desk.env['WAYLAND_DISPLAY']).toBeUndefined();
    expect(desk.env['HOME']).not.toBe(os.homedir());
  });

  it('can lose its watcher while the bus stays', async () => {
    const desk = await make({ watcher: true });
    await desk.endWatcher();
    expect(readStat(desk.bus.pid)).toBeDefined();
  });

  it('leaves nothing behind when a part of it does not start', async () => {
    const { file } = programs.watcher;
    const temp = process.env['TMPDIR'];
    const empty = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-empty-'));
    Reflect.set(programs.watcher, 'file', '/bin/does-not-exist');
    process.env['TMPDIR'] = empty;
    try {
      await expect(startDesk({ watcher: true })).rejects.toThrow('ENOENT');
      expect(readdirSync(empty)).toEqual([]);
    } finally {
      Reflect.set(programs.watcher, 'file', file);
      if (temp === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = temp;
      rmSync(empty, { recursive: true, force: true });
    }
  });
});

describe('until', () => {
  it('throws with what it waited for, and why, when the time is over', async () => {
    await expect(until(() => false, 'the moon', 30)).rejects.toThrow('not within 30 ms: the moon');
    const broken = (): never => {
      throw new Error('no sky');
    };
    await expect(until(broken, 'the moon', 30)).rejects.toThrow('the moon: no sky');
  });

  it('answers what the condition answered', async () => {
    let asked = 0;
    expect(await until(() => (++asked > 2 ? asked : undefined), 'the third')).toBe(3);
  });
});

describe('a missing program', () => {
  it('is named with the package that brings it', () => {
    const { file } = programs.xvfb;
    Reflect.set(programs.xvfb, 'file', '/bin/does-not-exist');
    try {
      expect(needs('python', 'xvfb')).toBe('needs xvfb: apt-get install xvfb');
      expect(titled('a suite', needs('xvfb'))).toBe('a suite (needs xvfb: apt-get install xvfb)');
    } finally {
      Reflect.set(programs.xvfb, 'file', file);
    }
  });
});
