import { execFileSync } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Window } from '../../../shared/core/model.ts';
import { closeWindow, leaveDisplay, lookAtWindows } from '../../../shared/machine/linux/windows.ts';
import { startDesk, type Desk } from '../../desk/desk.ts';
import { needs, programs, titled } from '../../desk/missing.ts';
import { until } from '../../desk/until.ts';
import type { Child } from '../../desk/child.ts';

/** A few of our limits: a screen that does not answer is given up, and not waited for. */
const IN_TIME_MS = 15_000;
const PROGRAMS = path.join(import.meta.dirname, '../../desk/programs');
const missing = needs('dbus', 'xvfb', 'qt', 'xterm', 'xdotool');

const qtWindow = async (desk: Desk, ...args: readonly string[]): Promise<Child> => {
  const child = await desk.start(programs.python.file, [`${PROGRAMS}/qt-window.py`, ...args]);
  await child.says('ready');
  return child;
};

const look = async (desk: Desk, ...children: readonly Child[]): Promise<readonly Window[]> => {
  const pids = new Set(children.map((child) => child.pid));
  const seen = await lookAtWindows({ env: desk.env, pids });
  if (!seen.known) throw new Error(`${seen.why.code}: ${seen.why.detail}`);
  return seen.value;
};

const one = async (desk: Desk, child: Child): Promise<Window> => {
  const shown = (windows: readonly Window[]) => windows.find((window) => window.visible);
  return until(async () => shown(await look(desk, child)), `a window of ${child.pid}`);
};

afterEach(leaveDisplay);

describe.skipIf(missing)(titled('windows on a screen', missing), () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ screen: true });
  });
  afterAll(() => desk.end());

  const tool = (file: string, ...args: readonly string[]): string =>
    execFileSync(`/usr/bin/${file}`, args, { env: desk.env, encoding: 'utf8', stdio: 'pipe' });

  it('are found by their process, with a Chinese title', async () => {
    const chat = await qtWindow(desk, '微信 – 文件传输助手');
    const term = await desk.start(programs.xterm.file, ['-T', 'a term', '-e', 'sleep 600']);
    expect(await one(desk, chat)).toEqual({
      id: expect.stringMatching(/^\d+$/) as string,
      title: '微信 – 文件传输助手',
      pid: chat.pid,
      visible: true,
      classes: ['qt-window.py', 'practice-window'],
    });
    expect(await one(desk, term)).toMatchObject({ title: 'a term', pid: term.pid });
    expect((await look(desk, chat, term)).map((window) => window.pid).sort()).toEqual(
      [chat.pid, term.pid].sort(),
    );
  });

  it('are not its menus, nor the hidden carriers of its toolkit', async () => {
    const chat = await qtWindow(desk, 'chat', 'menu');
    await until(() => /POPUP_MENU/.test(tool('xprop', '-id', popup(chat))), 'the menu is open');
    expect((await look(desk, chat)).map((window) => window.title)).toEqual(['chat']);
  });

  const popup = (chat: Child): string => {
    const tree = tool('xwininfo', '-root', '-tree');
    const ids = [...tree.matchAll(/(0x[0-9a-f]+) "practice-window": \("qt-window.py"/g)];
    if (ids.length === 0) throw new Error(`no menu of ${chat.pid}`);
    return ids[0]?.[1] ?? '';
  };

  it('have a class or a name; what has neither is none', async () => {
    const chat = await qtWindow(desk, 'plain');
    const window = await one(desk, chat);
    const xprop = (...args: readonly string[]): string => tool('xprop', '-id', window.id, ...args);
    xprop('-remove', '_NET_WM_NAME');
    xprop('-remove', 'WM_NAME');
    expect(await look(desk, chat)).toEqual([{ ...window, title: '' }]);
    xprop('-remove', 'WM_CLASS');
    expect(await look(desk, chat)).toEqual([]);
    xprop('-f', 'WM_NAME', '8s', '-set', 'WM_NAME', 'again');
    const { classes: _, ...plain } = window;
    expect(await look(desk, chat)).toEqual([{ ...plain, title: 'again' }]);
  });

  it('are not its tray icons, waiting or embedded', async () => {
    const icon = await desk.start(programs.python.file, [`${PROGRAMS}/gtk-tray.py`]);
    await icon.says('ready');
    const plug = (): string => tool('xdotool', 'search', '--class', '^practice-gtk$').trim();
    const id = await until(plug, 'the icon waits for a tray', 15_000);
    expect(await look(desk, icon)).toEqual([]);
    const tray = await desk.start(programs.xterm.file, ['-e', 'sleep 600']);
    tool('xdotool', 'windowreparent', id, (await one(desk, tray)).id);
    tool('xdotool', 'windowmap', id);
    await until(() => /IsViewable/.test(tool('xwininfo', '-id', id)), 'the icon is shown');
    expect(await look(desk, icon)).toEqual([]);
  });

  it('are found inside of the frame that a window manager draws', async () => {
    const chat = await qtWindow(desk, 'framed');
    const frame = await desk.start(programs.xterm.file, ['-e', 'sleep 600']);
    const before = await one(desk, chat);
    tool('xdotool', 'windowreparent', before.id, (await one(desk, frame)).id);
    tool('xprop', '-id', before.id, '-f', 'WM_STATE', '32c', '-set', 'WM_STATE', '1');
    expect(await look(desk, chat)).toEqual([before]);
  });

  it('are still there when they are hidden, and say so', async () => {
    const chat = await qtWindow(desk, 'stays', 'hides');
    expect(await closeWindow(await one(desk, chat), desk.env)).toEqual({ state: 'delivered' });
    await chat.says('closed');
    const hidden = await until(
      async () => (await look(desk, chat)).find((window) => !window.visible),
      'the window is hidden',
    );
    expect(hidden.title).toBe('stays');
    expect(chat.child.exitCode).toBeNull();
  });

  it('close as by their button, and the client may quit', async () => {
    const chat = await qtWindow(desk, 'leaves');
    const window = await one(desk, chat);
    expect(await closeWindow(window, desk.env)).toEqual({ state: 'delivered' });
    await chat.ended;
    expect(chat.child.exitCode).toBe(0);
    expect(await look(desk, chat)).toEqual([]);
    expect(await closeWindow(window, desk.env)).toEqual({ state: 'already' });
  });

  it('that have gone while their client stays need no closing', async () => {
    const chat = await qtWindow(desk, 'gone');
    const window = await one(desk, chat);
    tool('xdotool', 'windowclose', window.id);
    await until(async () => (await look(desk, chat)).length === 0, 'the window is gone');
    expect(chat.child.exitCode).toBeNull();
    expect(await closeWindow(window, desk.env)).toEqual({ state: 'already' });
  });

  it('that have another owner by now are left alone', async () => {
    const chat = await qtWindow(desk, 'somebody else');
    const window = await one(desk, chat);
    const earlier = { ...window, pid: process.pid };
    expect(await closeWindow(earlier, desk.env)).toEqual({ state: 'already' });
    expect(await look(desk, chat)).toEqual([window]);
    expect(chat.stdout()).not.toContain('closed');
  });

  it('that cannot be asked are never closed by force', async () => {
    const chat = await qtWindow(desk, 'deaf');
    const window = await one(desk, chat);
    tool('xprop', '-id', window.id, '-remove', 'WM_PROTOCOLS');
    expect(await closeWindow(window, desk.env)).toMatchObject({
      state: 'failed',
      reason: { code: 'unsupported' },
    });
    expect(await look(desk, chat)).toEqual([window]);
  });

  it('belong to the process that the kernel names, whatever the window says', async () => {
    const chat = await qtWindow(desk, 'from a sandbox');
    const window = await one(desk, chat);
    // In a sandbox a program knows only its inner pid.
    tool('xprop', '-id', window.id, '-f', '_NET_WM_PID', '32c', '-set', '_NET_WM_PID', '7');
    expect(await look(desk, chat)).toEqual([window]);
    expect(await lookAtWindows({ env: desk.env, pids: new Set([7]) })).toEqual({
      known: true,
      value: [],
    });
  });

  it('on two screens at once are not mixed up', async () => {
    const other = await startDesk({ screen: true });
    try {
      const there = await qtWindow(other, '那边');
      const here = await qtWindow(desk, '这边');
      expect((await one(other, there)).title).toBe('那边');
      expect((await one(desk, here)).title).toBe('这边');
      expect(await look(other, here)).toEqual([]);
    } finally {
      await other.end();
    }
  });

  it('can be looked at without keeping the program running', async () => {
    const chat = await qtWindow(desk, 'idle');
    const before = process.getActiveResourcesInfo();
    await look(desk, chat);
    // What an earlier test left to end may end meanwhile: nothing may be added.
    const added = process
      .getActiveResourcesInfo()
      .filter((kind) => before.splice(before.indexOf(kind) >>> 0, 1).length === 0);
    expect(added).toEqual([]);
  });
});

describe.skipIf(missing)(titled('a screen in trouble', missing), () => {
  let desk: Desk | undefined;
  afterEach(async () => {
    await desk?.end();
    desk = undefined;
  });

  it('that is locked opens with the cookie of the environment, and is denied without', async () => {
    desk = await startDesk({ screen: 'locked' });
    const chat = await qtWindow(desk, 'locked');
    expect((await one(desk, chat)).title).toBe('locked');
    const env = { ...desk.env, XAUTHORITY: '/none' };
    // The reason must not be lost to the hang-up, which comes at the same time.
    for (let i = 0; i < 20; i++)
      expect(await lookAtWindows({ env, pids: new Set([chat.pid]) })).toMatchObject({
        known: false,
        why: { code: 'denied' },
      });
  });

  it('that stops answering is unknown in time, and known again when it answers', async () => {
    desk = await startDesk({ screen: true });
    const chat = await qtWindow(desk, 'frozen');
    const window = await one(desk, chat);
    desk.server?.child.kill('SIGSTOP');
    const began = performance.now();
    const seen = await lookAtWindows({ env: desk.env, pids: new Set([chat.pid]) });
    expect(seen).toMatchObject({ known: false, why: { code: 'timeout' } });
    expect(await closeWindow(window, desk.env)).toMatchObject({ state: 'failed' });
    expect(performance.now() - began).toBeLessThan(IN_TIME_MS);
    desk.server?.child.kill('SIGCONT');
    expect(await one(desk, chat)).toEqual(window);
  });

  it('that goes away in the middle is unknown, never empty', async () => {
    desk = await startDesk({ screen: true });
    const chat = await qtWindow(desk, 'lost');
    const window = await one(desk, chat);
    desk.server?.child.kill('SIGSTOP');
    const question = { env: desk.env, pids: new Set([chat.pid]) };
    const looking = lookAtWindows(question);
    desk.server?.child.kill('SIGKILL');
    expect(await looking).toMatchObject({ known: false, why: { code: 'failed' } });
    expect(await lookAtWindows(question)).toMatchObject({ known: false });
    expect(await closeWindow(window, desk.env)).toMatchObject({ state: 'failed' });
  });
});

describe('a screen that is none', () => {
  const pids = new Set([process.pid]);

  it('is not asked where no process is meant', async () => {
    const env = { DISPLAY: 'nonsense' };
    expect(await lookAtWindows({ env, pids: new Set() })).toEqual({ known: true, value: [] });
  });

  it('has no windows', async () => {
    expect(await lookAtWindows({ env: {}, pids })).toEqual({ known: true, value: [] });
  });

  it('is unknown where only Wayland has one', async () => {
    expect(await lookAtWindows({ env: { WAYLAND_DISPLAY: 'wayland-0' }, pids })).toMatchObject({
      known: false,
      why: { code: 'unsupported' },
    });
  });

  it.each(['nonsense', ':99999', 'localhost:1', '127.0.0.1:59000', ':-1', ':1.x'])(
    'at %s is unknown',
    async (display) => {
      const seen = await lookAtWindows({ env: { DISPLAY: display }, pids });
      expect(seen).toMatchObject({ known: false });
      expect(seen.known ? '' : seen.why.detail).toContain(display);
    },
  );

  it.each([
    ['says nothing', 'timeout', undefined],
    ['hangs up', 'failed', ''],
    // A refusal of the protocol: status 0, length of the reason, version 11.0, length in 4 bytes.
    ['refuses', 'denied', '\x00\x0c\x0b\x00\x00\x00\x03\x00No protocol '],
  ] as const)('because its server %s is unknown', async (_, code, answer) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      if (answer !== undefined) socket.end(answer, 'latin1');
    });
    const port = await new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
    });
    try {
      const began = performance.now();
      const env = { DISPLAY: `127.0.0.1:${port - 6_000}` };
      expect(await lookAtWindows({ env, pids })).toMatchObject({ known: false, why: { code } });
      expect(performance.now() - began).toBeLessThan(IN_TIME_MS);
    } finally {
      server.close();
    }
  });

  it('closes nothing', async () => {
    const window = { id: '123', title: '', pid: process.pid, visible: true };
    expect(await closeWindow(window, {})).toMatchObject({ reason: { code: 'unsupported' } });
    const env = { DISPLAY: ':59999' };
    expect(await closeWindow(window, env)).toMatchObject({ reason: { code: 'failed' } });
    expect(await closeWindow({ ...window, id: '-1' }, env)).toMatchObject({ state: 'failed' });
  });
});
