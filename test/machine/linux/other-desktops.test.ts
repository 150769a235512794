import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { otherDesktops, type OtherDesktops } from '../../../shared/machine/linux/other-desktops.ts';
import { sessionAddress } from '../../../shared/machine/linux/tray/address.ts';
import { isSameBus } from '../../../shared/machine/linux/tray/same-bus.ts';
import { isSameDisplay } from '../../../shared/machine/linux/windows/same-display.ts';
import { folder, tidy } from './actors.ts';

const NO_OTHERS: OtherDesktops = { buses: [], screens: [] };

tidy();

const procWith = (environment: Record<string, string>, root?: string): string => {
  const proc = folder();
  mkdirSync(path.join(proc, '7'));
  if (root !== undefined) symlinkSync(root, path.join(proc, '7/root'));
  const pairs = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  writeFileSync(path.join(proc, '7/environ'), `${pairs.join('\0')}\0`);
  return proc;
};

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const listening = async (file: string): Promise<string> => {
  mkdirSync(path.dirname(file), { recursive: true });
  const server = net.createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(file, resolve));
  return file;
};

const OURS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus', DISPLAY: ':0' };

describe('the desktop that a client names in its environment', () => {
  it.each([
    ['the same', OURS],
    ['none', { HOME: '/h' }],
    ['ours with guid=', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus,guid=0af' }],
    ['ours, guid first', { DBUS_SESSION_BUS_ADDRESS: 'unix:guid=0af,path=/run/user/1/bus' }],
    ['ours, escaped', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=%2frun/user/1/bus' }],
    [
      'ours among others',
      { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=h,port=1;unix:path=/run/user/1/bus' },
    ],
    ['our screen, with its number', { DISPLAY: ':0.0' }],
    ['our screen, with unix', { DISPLAY: 'unix:0' }],
    ['no bus, on purpose', { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }],
  ])('is not looked at twice where it is %s', (_, environment) => {
    expect(otherDesktops(OURS, [{ pid: 7 }], NO_OTHERS, procWith(environment))).toEqual(NO_OTHERS);
  });

  it('is looked at as well where it is another one, also when the client has gone', () => {
    const theirs = { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x', DISPLAY: ':7', HOME: '/h' };
    const found = otherDesktops(OURS, [{ pid: 7 }], NO_OTHERS, procWith(theirs));
    expect(found).toEqual({
      buses: ['unix:abstract=/tmp/x'],
      screens: [{ DISPLAY: ':7', HOME: '/h' }],
    });
    expect(otherDesktops(OURS, [{ pid: 8 }], found, folder())).toEqual(found);
  });

  it('is not that of a sandbox, where the same path is another socket', async () => {
    const root = folder();
    const bus = await listening(path.join(folder(), 'bus'));
    await listening(path.join(root, bus));
    const environment = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${bus}`, DISPLAY: ':99' };
    const nested = [{ pid: 7, sandbox: 'org.example' }];
    expect(otherDesktops(OURS, nested, NO_OTHERS, procWith(environment, root))).toEqual(NO_OTHERS);
    expect(otherDesktops(OURS, nested, NO_OTHERS, procWith(environment, '/')).buses).toEqual([
      `unix:path=${bus}`,
    ]);
  });
});

describe('one bus', () => {
  it('is the same by a link, and another one by another path', async () => {
    const at = folder();
    const bus = await listening(path.join(at, 'run/bus'));
    symlinkSync('run', path.join(at, 'var'));
    expect(isSameBus(`unix:path=${bus}`, `unix:path=${at}/var/bus,guid=1`)).toBe(true);
    expect(isSameBus(`unix:path=${bus}`, `unix:path=${at}/other`)).toBe(false);
    expect(isSameBus('unix:abstract=/a', 'unix:path=/a')).toBe(false);
    expect(isSameBus('unix:abstract=/a,guid=1', 'unix:abstract=/a,guid=2')).toBe(true);
  });

  it('is none where it is switched off, and the usual one where libdbus would look for it', async () => {
    const runtime = folder();
    await listening(path.join(runtime, 'bus'));
    const env = (named: string) => ({ DBUS_SESSION_BUS_ADDRESS: named, XDG_RUNTIME_DIR: runtime });
    expect(sessionAddress(env('disabled:'))).toBeUndefined();
    expect(sessionAddress(env('autolaunch:'))).toBe(`unix:path=${runtime}/bus`);
  });

  it('of X11 has many names', () => {
    expect(isSameDisplay(':0', ':0.1')).toBe(true);
    expect(isSameDisplay(':0', ':1')).toBe(false);
    expect(isSameDisplay(':0', 'host:0')).toBe(false);
    expect(isSameDisplay(undefined, ':0')).toBe(false);
  });
});
