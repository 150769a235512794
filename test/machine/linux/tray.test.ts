import { readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Known } from '../../../shared/core/known.ts';
import type { TrayIcon } from '../../../shared/core/model.ts';
import { readStat } from '../../../shared/machine/linux/processes.ts';
import { askByMenu, leaveBus, lookAtTray } from '../../../shared/machine/linux/tray.ts';
import { BusFault, type Connection } from '../../../shared/machine/linux/tray/connection.ts';
import { describeIcon, eachOnce } from '../../../shared/machine/linux/tray/icon.ts';
import { TRY_MS } from '../../../shared/machine/linux/tray/items.ts';
import type { Child } from '../../desk/child.ts';
import { startDesk, type Desk, type DeskOptions } from '../../desk/desk.ts';
import { needs, programs, titled } from '../../desk/missing.ts';
import { until } from '../../desk/until.ts';

/** Two or three of our limits, and far from the 25 s that D-Bus itself would wait. */
const IN_TIME_MS = 15_000;
const PROGRAMS = path.join(import.meta.dirname, '../../desk/programs');

let desk: Desk;
const desks: Desk[] = [];
const atDesk = async (options: DeskOptions): Promise<void> => {
  desk = await startDesk(options);
  desks.push(desk);
};

afterEach(async () => {
  vi.restoreAllMocks();
  await leaveBus();
  for (const one of desks.splice(0)) await one.end();
});

const trayProgram = async (name: 'qt' | 'gtk', ...args: readonly string[]): Promise<Child> => {
  const child = await desk.start(programs.python.file, [`${PROGRAMS}/${name}-tray.py`, ...args]);
  await child.says('ready');
  return child;
};

const look = (...candidates: readonly Child[]): Promise<Known<readonly TrayIcon[]>> =>
  lookAtTray({ env: desk.env, candidates: new Set(candidates.map((child) => child.pid)) });

const iconOf = (child: Child, ...candidates: readonly Child[]): Promise<TrayIcon> =>
  until(async () => {
    const seen = await look(...candidates);
    if (!seen.known) throw new Error(seen.why.detail);
    return seen.value.find((icon) => icon.holder.known && icon.holder.value === child.pid);
  }, `an icon of ${child.pid}`);

const missing = needs('dbus', 'xvfb', 'watcher', 'qt');

describe.skipIf(missing)(titled('an icon of Qt in a real tray', missing), () => {
  it('is found with its name and its process', async () => {
    await atDesk({ screen: true, watcher: true });
    const chat = await trayProgram('qt');
    const icon = await iconOf(chat);
    expect(icon).toMatchObject({ id: 'practice-qt', holder: { known: true, value: chat.pid } });
    expect(icon.address).toMatch(/^:1\.\d+\/StatusNotifierItem$/);
    expect(icon).not.toHaveProperty('proxyFor');
    expect(icon).not.toHaveProperty('bus');
    // Found twice, by the watcher and by its process, it is still one.
    expect(await look(chat)).toEqual({ known: true, value: [icon] });
  });

  it('quits by its own label, although another entry looks alike', async () => {
    await atDesk({ screen: true, watcher: true });
    const chat = await trayProgram('qt');
    const icon = await iconOf(chat);
    const asked = await askByMenu(icon, ['Quit everything', 'Quit Practice Qt'], desk.env);
    expect(asked).toEqual({ state: 'delivered', label: 'Quit Practice Qt' });
    await chat.ended;
    expect(chat.child.exitCode).toBe(0);
    const gone = await until(async () => {
      const seen = await look();
      return seen.known && seen.value.length === 0 && seen;
    }, 'the icon is gone');
    expect(gone).toEqual({ known: true, value: [] });
    expect(await askByMenu(icon, ['Quit Practice Qt'], desk.env)).toMatchObject({
      state: 'failed',
      reason: { code: 'failed', detail: 'no-menu' },
    });
  });

  it('quits by a Chinese label with its key', async () => {
    await atDesk({ screen: true, watcher: true });
    const chat = await trayProgram('qt', '退出(&Q)');
    expect(await askByMenu(await iconOf(chat), [], desk.env)).toMatchObject({ state: 'delivered' });
    await chat.ended;
    expect(chat.child.exitCode).toBe(0);
  });

  it('is not asked by an entry that means something else, and says what was there', async () => {
    await atDesk({ screen: true, watcher: true });
    const chat = await trayProgram('qt', '退出登录');
    expect(await askByMenu(await iconOf(chat), ['退出'], desk.env)).toEqual({
      state: 'failed',
      reason: { code: 'not-understood', detail: 'Settings, 退出登录' },
    });
    expect(readStat(chat.pid)).toBeDefined();
  });

  it('is found and asked also after the watcher has died', async () => {
    await atDesk({ screen: true, watcher: true });
    const chat = await trayProgram('qt');
    const before = await iconOf(chat);
    await desk.endWatcher();
    expect(await look()).toEqual({ known: true, value: [] });
    // Nobody lists it any more.
    const { listed, ...found } = before;
    expect(listed).toBeDefined();
    expect(await look(chat)).toEqual({ known: true, value: [found] });
    expect(await askByMenu(before, ['Quit Practice Qt'], desk.env)).toMatchObject({
      state: 'delivered',
    });
    await chat.ended;
  });

  it('stays in the list with its name when its program does not answer, and is not asked', async () => {
    await atDesk({ screen: true, watcher: true });
    const chat = await trayProgram('qt');
    const icon = await iconOf(chat);
    chat.child.kill('SIGSTOP');
    const began = performance.now();
    expect(await look(chat)).toMatchObject({
      known: true,
      value: [{ address: icon.address, id: 'practice-qt', holder: icon.holder }],
    });
    expect(await askByMenu(icon, ['Quit Practice Qt'], desk.env)).toMatchObject({
      state: 'failed',
      reason: { code: 'timeout' },
    });
    expect(performance.now() - began).toBeLessThan(IN_TIME_MS);
  });
});

const missingGtk = needs('dbus', 'xvfb', 'gtk', 'indicator');

describe.skipIf(missingGtk)(titled('an icon of GTK where nobody watches', missingGtk), () => {
  it('is found by its process, and quits by its menu', async () => {
    await atDesk({ screen: true });
    const chat = await trayProgram('gtk');
    expect(await look()).toEqual({ known: true, value: [] });
    const icon = await iconOf(chat, chat);
    expect(icon.id).toBe('practice-gtk');
    expect(icon.address).toContain('/org/ayatana/NotificationItem/practice_gtk');
    expect(await askByMenu(icon, [], desk.env)).toEqual({ state: 'delivered', label: '_Quit' });
    await chat.ended;
    expect(chat.child.exitCode).toBe(0);
    // Without a watcher nothing can be left over.
    expect(await look(chat)).toEqual({ known: true, value: [] });
  });

  it('is unknown when the bus dies while its program does not answer', async () => {
    await atDesk({ screen: true });
    const chat = await trayProgram('gtk');
    await iconOf(chat, chat);
    chat.child.kill('SIGSTOP');
    const { setTimeout } = globalThis;
    const asked = new Promise<void>((resolve) => {
      vi.spyOn(globalThis, 'setTimeout').mockImplementation(((then: () => void, ms: number) => {
        if (ms === TRY_MS) resolve();
        return setTimeout(then, ms);
      }) as typeof setTimeout);
    });
    const looking = look(chat);
    await asked;
    desk.bus.child.kill('SIGKILL');
    expect(await looking).toMatchObject({ known: false, why: { code: 'failed' } });
  });
});

const missingBus = needs('dbus', 'watcher');

describe.skipIf(missingBus)(titled('a bus in trouble', missingBus), () => {
  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    'that is hit by %s in the middle is unknown in time, never empty',
    async (signal) => {
      await atDesk({ watcher: true });
      const question = { env: desk.env, candidates: new Set([process.pid]) };
      expect(await lookAtTray(question)).toEqual({ known: true, value: [] });
      const began = performance.now();
      desk.bus.child.kill('SIGSTOP');
      const looking = lookAtTray(question);
      desk.bus.child.kill(signal);
      expect(await looking).toMatchObject({ known: false });
      expect(await lookAtTray(question)).toMatchObject({ known: false });
      expect(performance.now() - began).toBeLessThan(IN_TIME_MS);
      const icon = { address: ':1.1/StatusNotifierItem', id: '', title: '', holder: NOBODY };
      expect(await askByMenu(icon, [], desk.env)).toMatchObject({ state: 'failed' });
    },
  );

  it('is asked again when it is back at the same place', async () => {
    await atDesk({ watcher: true });
    expect(await look()).toEqual({ known: true, value: [] });
    desk.bus.child.kill('SIGSTOP');
    expect(await look()).toMatchObject({ known: false, why: { code: 'timeout' } });
    desk.bus.child.kill('SIGCONT');
    expect(await look()).toEqual({ known: true, value: [] });
  });

  it('is asked by many at once over one connection', async () => {
    await atDesk({});
    const before = sockets();
    await Promise.all(Array.from({ length: 8 }, () => look()));
    expect(sockets() - before).toBeLessThanOrEqual(1);
  });

  it('makes the whole answer unknown, also when another bus answers', async () => {
    await atDesk({ watcher: true });
    const other = await startDesk({ watcher: true });
    desks.push(other);
    const buses = [other.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''];
    expect(await lookAtTray({ env: desk.env, buses })).toEqual({ known: true, value: [] });
    other.bus.child.kill('SIGSTOP');
    expect(await lookAtTray({ env: desk.env, buses })).toMatchObject({ known: false });
    expect(await lookAtTray({ env: desk.env })).toMatchObject({ known: true });
  });

  it('that was one client’s own shows nothing any more when it has ended', async () => {
    await atDesk({ watcher: true });
    const buses = ['unix:path=/none/bus'];
    expect(await lookAtTray({ env: desk.env, buses })).toEqual({ known: true, value: [] });
  });
});

const NOBODY = { known: false, why: { code: 'failed' } } as const;

/** How many sockets this process holds, also such that do not keep it running. */
const sockets = (): number =>
  readdirSync('/proc/self/fd').filter((fd) => linkOf(`/proc/self/fd/${fd}`).startsWith('socket:'))
    .length;

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return ''; // The one that read the folder itself.
  }
}

describe('an icon of a list', () => {
  const PLACE = { name: 'org.kde.StatusNotifierItem-4-1', path: '/StatusNotifierItem' };
  const busThatFails = (fault: BusFault): Connection => ({
    alive: true,
    close: () => undefined,
    ownPid: () => Promise.resolve(process.pid),
    call: () => Promise.reject(fault),
  });
  const describeOn = (fault: BusFault): Promise<TrayIcon> =>
    describeIcon(busThatFails(fault), 'unix:path=/none', PLACE, '/proc');

  it('whose program has gone is a ghost', async () => {
    const gone = new BusFault('failed', 'nobody', 'org.freedesktop.DBus.Error.NameHasNoOwner');
    expect(await describeOn(gone)).toMatchObject({ holder: { known: false } });
  });

  it('is no ghost only because the bus does not answer', async () => {
    await expect(describeOn(new BusFault('timeout', 'late'))).rejects.toThrow('late');
  });

  it('is kept as a ghost only if the watcher lists it', () => {
    const icon = { address: ':1.1/a', id: '', title: '', holder: NOBODY };
    const held = { ...icon, address: ':1.2/a', holder: { known: true, value: 1 } } as const;
    expect(eachOnce([icon], [])).toEqual([icon]);
    expect(eachOnce([], [icon])).toEqual([]);
    expect(eachOnce([icon, held], [held])).toEqual([icon, held]);
  });
});

describe('a bus that is none', () => {
  it('has no icons', async () => {
    expect(await lookAtTray({ env: {} })).toEqual({ known: true, value: [] });
    const env = { XDG_RUNTIME_DIR: '/none' };
    expect(await lookAtTray({ env })).toEqual({ known: true, value: [] });
  });

  it.each([
    ['unix:abstract=/tmp/dbus-clean-exit', 'failed', 'ECONNREFUSED'],
    ['nonsense', 'unsupported', 'nonsense'],
    ['unix:path=/none/bus', 'failed', 'ENOENT'],
    ['tcp:host=127.0.0.1,port=1', 'failed', 'ECONNREFUSED'],
  ])('at %s is unknown: %s, %s', async (address, code, detail) => {
    const seen = await lookAtTray({ env: { DBUS_SESSION_BUS_ADDRESS: address } });
    expect(seen).toMatchObject({ known: false, why: { code } });
    expect(seen.known ? '' : seen.why.detail).toContain(detail);
  });
});
