import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ownerOf } from '../../shared/machine/linux/tray/daemon.ts';
import { busAt } from '../../shared/machine/linux/tray/open.ts';
import { askByMenu, lookAtTray } from '../../shared/machine/linux/tray.ts';
import { signal } from '../../shared/machine/linux/signal.ts';
import { untilGone } from '../../shared/machine/linux/wait.ts';
import { clientOf, house, icon, keepHouse, one, start, type House } from './house.ts';

keepHouse();

const PANEL = '/usr/libexec/ayatana-indicator-application/ayatana-indicator-application-service';
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0).reverse()) {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await ended;
  }
});

/** A session bus as a desktop has one. */
async function session(at: House): Promise<string> {
  const address = `unix:path=${path.join(at.folder, 'session')}`;
  const args = ['--session', '--nofork', '--print-address=1', `--address=${address}`];
  const daemon = spawn('/usr/bin/dbus-daemon', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(daemon);
  await once(daemon.stdout, 'data');
  return address;
}

async function panel(at: House, address: string): Promise<ChildProcess> {
  const home = path.join(at.folder, 'home');
  mkdirSync(home, { recursive: true });
  const env = { HOME: home, DBUS_SESSION_BUS_ADDRESS: address, GSETTINGS_BACKEND: 'memory' };
  const child = spawn(PANEL, [], { env, stdio: 'ignore' });
  children.push(child);
  const watcher = 'org.kde.StatusNotifierWatcher';
  await vi.waitFor(async () => ownerOf(await busAt(address), watcher), { timeout: 5_000 });
  return child;
}

describe('on the bus of a desktop', () => {
  it.skipIf(!existsSync(PANEL))('the icon is in its panel, in Chinese if one likes', async () => {
    const at = house();
    const env = { DBUS_SESSION_BUS_ADDRESS: await session(at) };
    const shown = await panel(at, env.DBUS_SESSION_BUS_ADDRESS);
    const practice = await start('polite', at, { env, lang: 'zh_CN.UTF-8' });
    expect(practice.bus).toBe('session');
    expect(practice.dbusDaemon).toBeUndefined();
    const seen = async (): Promise<readonly string[]> => {
      const look = await lookAtTray({ env });
      return look.known ? look.value.map(({ id, title }) => `${id} ${title}`) : ['unknown'];
    };
    await vi.waitFor(async () => expect(await seen()).toEqual(['practice 练习客户端']));

    // A panel that crashes and comes back is told again.
    const ended = once(shown, 'exit');
    shown.kill('SIGKILL');
    await ended;
    await panel(at, env.DBUS_SESSION_BUS_ADDRESS);
    await vi.waitFor(async () => expect(await seen()).toEqual(['practice 练习客户端']));

    const look = await lookAtTray({ env });
    const [first] = look.known ? look.value : [];
    if (!first) throw new Error('no icon');
    const all = clientOf(practice);
    const asked = await askByMenu(first, ['退出练习客户端'], env);
    expect(asked).toEqual({ state: 'delivered', label: '退出练习客户端' });
    expect(await untilGone(all, 5_000)).toEqual([]);
    await vi.waitFor(async () => expect(await seen()).toEqual([]));
  });

  it.skipIf(!existsSync(PANEL))('a ghost is never made', async () => {
    const at = house();
    const env = { DBUS_SESSION_BUS_ADDRESS: await session(at) };
    await panel(at, env.DBUS_SESSION_BUS_ADDRESS);
    const practice = await start('ghost', at, { env });
    expect(practice.bus).toMatch(/^unix:path=.*\/bus$/);
    expect(await lookAtTray({ env })).toEqual({ known: true, value: [] });
  });

  it('without a panel it gets a bus of its own, and the desktop keeps none', async () => {
    const at = house();
    const env = { DBUS_SESSION_BUS_ADDRESS: await session(at) };
    const practice = await start('polite', at, { env });
    expect(practice.bus).toMatch(/^unix:path=.*\/bus$/);
    expect((await icon(practice)).title).toBe('Practice');
    const bus = await busAt(env.DBUS_SESSION_BUS_ADDRESS);
    await expect(ownerOf(bus, 'org.kde.StatusNotifierWatcher')).rejects.toThrow();
  });

  it('that is dead or cannot be reached, it gets a bus of its own', async () => {
    for (const address of ['unix:path=/nowhere/bus', 'unix:abstract=/nowhere', 'nonsense']) {
      const at = house();
      const practice = await start('polite', at, { env: { DBUS_SESSION_BUS_ADDRESS: address } });
      expect((await icon(practice)).id).toBe('practice');
    }
  });

  it('that dies takes the icon along, but not the client', async () => {
    const practice = await start('polite');
    const all = clientOf(practice);
    process.kill(practice.dbusDaemon ?? 0, 'SIGKILL');
    expect(await untilGone(all, 200)).toEqual(all);
    signal(one(practice.root), 'SIGTERM');
    expect(await untilGone(all, 5_000)).toEqual([]);
  });
});
