import { once } from 'node:events';
import net from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import {
  askByMenu,
  leaveBus,
  lookAtBuses,
  lookAtTray,
} from '../../../shared/machine/linux/tray.ts';
import { connectByBusctl } from '../../../shared/machine/linux/tray/busctl.ts';
import { arguments_, decoded } from '../../../shared/machine/linux/tray/busctl-values.ts';
import { peersOf, sharesPids } from '../../../shared/machine/linux/tray/daemon.ts';
import { startChild, type Child } from '../../desk/child.ts';
import { startDesk, type Desk } from '../../desk/desk.ts';
import { needs, programs, titled } from '../../desk/missing.ts';
import { until } from '../../desk/until.ts';
import { folder, tidy } from './actors.ts';

tidy();

const PROGRAMS = path.join(import.meta.dirname, '../../desk/programs');
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await leaveBus();
  for (const end of ends.splice(0).reverse()) await end();
});

const atDesk = async (): Promise<Desk> => {
  const desk = await startDesk({ screen: true, watcher: true });
  ends.push(() => desk.end());
  return desk;
};

/** A program with an icon on this desk, as soon as its icon is shown. */
const chatOn = async (desk: Desk): Promise<Child> => {
  const chat = await desk.start(programs.python.file, [`${PROGRAMS}/qt-tray.py`]);
  await chat.says('ready');
  await until(async () => {
    const seen = await lookAtTray({ env: desk.env });
    return seen.known && seen.value.some(({ id }) => id === 'practice-qt');
  }, 'its icon');
  return chat;
};

const busOf = ({ env }: Desk): string => env['DBUS_SESSION_BUS_ADDRESS'] ?? '';

/** A file where a socket was. */
const PLAIN_FILE = path.join(mkdtempSync(path.join(os.tmpdir(), 'clean-exit-test-')), 'bus');
writeFileSync(PLAIN_FILE, '');
afterAll(() => rmSync(path.dirname(PLAIN_FILE), { recursive: true }));

const missing = needs('dbus', 'xvfb', 'watcher', 'qt');

describe.skipIf(missing)(titled('a bus of ours that has ended', missing), () => {
  it.each([
    'unix:path=/none/bus',
    `unix:path=${PLAIN_FILE}`,
    'tcp:host=127.0.0.1,port=1',
    'unix:abstract=/none/bus',
    'nonsense',
  ])('at %s does not outweigh the living one of the client', async (dead) => {
    const desk = await atDesk();
    const chat = await chatOn(desk);
    const env = { DBUS_SESSION_BUS_ADDRESS: dead };
    const seen = await lookAtTray({ env, theirs: [busOf(desk)] });
    expect(seen).toMatchObject({
      known: true,
      value: [{ id: 'practice-qt', holder: { value: chat.pid }, bus: busOf(desk) }],
    });
    const [icon] = seen.known ? seen.value : [];
    if (!icon) throw new Error('no icon');
    expect(await askByMenu(icon, ['Quit Practice Qt'], env)).toMatchObject({ state: 'delivered' });
    await chat.ended;
    expect(await lookAtTray({ env })).toMatchObject({ known: false });
  });

  it('gives way to the one that systemd keeps', async () => {
    const desk = await atDesk();
    await chatOn(desk);
    const runtime = path.dirname(busOf(desk).replace(/^unix:path=|,guid=.*$/g, ''));
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/none/bus', XDG_RUNTIME_DIR: runtime };
    expect(await lookAtTray({ env })).toMatchObject({
      known: true,
      value: [{ id: 'practice-qt' }],
    });
  });

  it('that only does not answer makes all unknown, but what is seen can be asked', async () => {
    const desk = await atDesk();
    const other = await atDesk();
    await chatOn(other);
    desk.bus.child.kill('SIGSTOP');
    const seen = await lookAtBuses({ env: desk.env, theirs: [busOf(other)] });
    expect(seen).toMatchObject({
      icons: { known: false, why: { code: 'timeout' } },
      some: [{ id: 'practice-qt' }],
    });
  });
});

/** A desk whose bus listens in the abstract namespace as well. */
async function abstractBus(): Promise<{ readonly path: string; readonly abstract: string }> {
  const at = folder();
  const abstract = `unix:abstract=${at}/abstract`;
  writeFileSync(
    `${at}/bus.conf`,
    `<busconfig><type>session</type><keep_umask/><listen>unix:path=${at}/bus</listen>
    <listen>${abstract}</listen><policy context="default"><allow send_destination="*"/>
    <allow receive_sender="*"/><allow own="*"/></policy></busconfig>`,
  );
  const args = [`--config-file=${at}/bus.conf`, '--nofork', '--nopidfile', '--print-address=1'];
  const daemon = await startChild(programs.dbus.file, args, { env: { PATH: process.env['PATH'] } });
  ends.push(() => daemon.end());
  await daemon.says('\n');
  return { path: `unix:path=${at}/bus`, abstract };
}

describe('a bus that leaves with its client', () => {
  const DEAD = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/none/bus' };

  it('shows nothing where we have none of our own, else nobody knows', async () => {
    expect(await lookAtTray({ env: DEAD, isClients: true })).toEqual({ known: true, value: [] });
    expect(await lookAtTray({ env: DEAD })).toMatchObject({ known: false });
  });

  it('is asked again where it breaks off in the middle', async () => {
    const socket = path.join(folder(), 'bus');
    const server = net.createServer((connection) => {
      connection.destroy();
      server.close();
    });
    server.listen(socket);
    await once(server, 'listening');
    const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
    expect(await lookAtTray({ env, isClients: true })).toEqual({ known: true, value: [] });
  });
});

describe.skipIf(missing)(titled('a bus with an abstract address', missing), () => {
  it('is looked at and pressed by busctl', async () => {
    const bus = await abstractBus();
    const desk = await startDesk({ screen: true });
    ends.push(() => desk.end());
    const on = { ...desk.env, DBUS_SESSION_BUS_ADDRESS: bus.path };
    const panel = await startChild(programs.watcher.file, [], { env: on });
    ends.push(() => panel.end());
    const env = { DBUS_SESSION_BUS_ADDRESS: `${bus.abstract},guid=00` };
    await until(async () => (await lookAtTray({ env: on })).known, 'the bus');
    const chat = await desk.start(programs.python.file, [`${PROGRAMS}/gtk-tray.py`], on);
    await chat.says('ready');
    const icon = await until(async () => {
      const seen = await lookAtTray({ env, candidates: new Set([chat.pid]) });
      if (!seen.known) throw new Error(seen.why.detail);
      return seen.value.find(({ id }) => id === 'practice-gtk');
    }, 'its icon');
    expect(icon.holder).toEqual({ known: true, value: chat.pid });
    expect(await askByMenu(icon, [], env)).toEqual({ state: 'delivered', label: '_Quit' });
    await chat.ended;
    expect(chat.child.exitCode).toBe(0);
  });

  it('says by itself that nobody has a name, and counts processes as we do', async () => {
    const { abstract } = await abstractBus();
    const bus = await connectByBusctl(abstract);
    expect(await sharesPids(bus)).toBe(true);
    expect([...(await peersOf(bus)).values()]).toHaveLength(1);
    expect(await lookAtTray({ env: { DBUS_SESSION_BUS_ADDRESS: abstract } })).toEqual({
      known: true,
      value: [],
    });
  });
});

describe('what busctl is told and says', () => {
  it('arrays begin with their length, variants with their signature', () => {
    expect(arguments_('iias', [0, -1, ['label', 'type']])).toEqual([
      '0',
      '-1',
      '2',
      'label',
      'type',
    ]);
    const variant = { signature: 's', value: '' };
    expect(arguments_('isvu', [7, 'clicked', variant, 0])).toEqual(['7', 'clicked', 's', '', '0']);
    expect(arguments_('ss', ['a', '-b'])).toEqual(['a', '-b']);
  });

  it('a variant is an object of just its type and its data', () => {
    const item = '[1,{"type":{"type":"s","data":"separator"}},[]]';
    expect(decoded(`{"type":"v","data":[{"type":"(ia{sv}av)","data":${item}}]}`)).toEqual([
      { signature: '(ia{sv}av)', value: [1, { type: { signature: 's', value: 'separator' } }, []] },
    ]);
    expect(decoded('')).toEqual([]);
  });

  it('a bus in another pid namespace is known by busctl’s own number', async () => {
    const row = '[{"name":":1.5","pid":17,"process":"cat"}]';
    const answer = { known: true, value: { stdout: row, stderr: '', code: 0 } } as const;
    const bus = await connectByBusctl('unix:abstract=x', () => Promise.resolve(answer));
    expect(await sharesPids(bus)).toBe(false);
  });

  it.each([
    ['Failed to connect to bus: Connection refused', 'failed', '', 'ECONNREFUSED'],
    ['Call failed: Connection timed out', 'timeout', '', 'timed out'],
    ['Call failed: Name ":1.9" does not exist', 'failed', 'NameHasNoOwner', 'does not exist'],
    ['Call failed: The name is not activatable', 'failed', 'NameHasNoOwner', 'activatable'],
    ['Call failed: Access denied', 'denied', 'Failed', 'denied'],
  ])('%s', async (stderr, code, name, message) => {
    const connecting = connectByBusctl('unix:abstract=x', () =>
      Promise.resolve({ known: true, value: { stdout: '', stderr, code: 1 } }),
    );
    await expect(connecting).rejects.toMatchObject({
      code,
      name: name && `org.freedesktop.DBus.Error.${name}`,
      message: expect.stringContaining(message) as string,
    });
  });
});
