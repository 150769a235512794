import { EventsReceived, EventsStreamdeck } from '@rweich/streamdeck-events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { HostId } from '../../../streamdeck/desk/messages.ts';
import type { Message } from '../../../streamdeck/desk/message.ts';
import { newHome, tidyHomes } from '../../cli/home.ts';
import { policyIn, receiptsIn, stage, tidyHosts } from './stage.ts';

tidyHomes();
tidyHosts();

/** What the package that validates does not know, although Elgato's program has it. */
const NEWER = new Set(['dialDown', 'dialUp', 'didReceiveDeepLink', 'setTriggerDescription']);

const HOSTS: readonly HostId[] = ['elgato', 'opendeck', 'old'];

describe.each(HOSTS)('on the host "%s"', (id) => {
  it('the whole protocol is spoken, and others find every message valid', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const { host, key } = await stage({ host: id }, home);
    const fromHost = new EventsReceived();
    const fromPlugin = new EventsStreamdeck();
    const heard: string[] = [];
    const faults: string[] = [];
    host.on('message', (from, message: Message) => {
      heard.push(`${from} ${message.event}`);
      if (NEWER.has(message.event)) return;
      // Elgato's own SDK says of whom by the context alone.
      const action = message.event === 'sendToPropertyInspector' ? { action: 'any' } : {};
      try {
        (from === 'host' ? fromHost : fromPlugin).createFromPayload({ ...action, ...message });
      } catch (error) {
        faults.push(
          `${from} ${JSON.stringify(message).slice(0, 200)}: ${String(error).slice(0, 200)}`,
        );
      }
    });
    const exit = key('safe-exit');
    const dial = key('dial', { client: 'any' }, { controller: 'Encoder' });
    await Promise.all([exit.shows(/in tray/), dial.shows(/in tray/)]);
    host.dispatchPlain('propertyInspectorDidAppear', exit.place);
    const { action, context } = exit.place;
    host.sendRaw(
      JSON.stringify({ event: 'sendToPlugin', action, context, payload: { ask: 'state' } }),
    );
    await told(host, 'sendToPropertyInspector');
    host.dispatch('dialRotate', dial.place, { ticks: 1, pressed: false });
    await told(host, 'setSettings');
    host.dispatch('touchTap', dial.place, { hold: true, tapPos: [1, 1] });
    host.dispatchAll('applicationDidLaunch', { application: 'practice' });
    host.dispatchAll('systemDidWakeUp');
    await exit.shows(/looking/);
    await exit.shows(/in tray/);
    exit.press();
    await exit.shows(/gone/);
    host.dispatchAll('applicationDidTerminate', { application: 'practice' });
    host.disappear(dial.context);
    expect(faults).toEqual([]);
    expect(heard).toEqual(
      expect.arrayContaining([
        'host willAppear',
        'host keyDown',
        'host keyUp',
        'host dialRotate',
        'host touchTap',
        'plugin setImage',
        'plugin setFeedback',
        'plugin setSettings',
        'plugin sendToPropertyInspector',
      ]),
    );
  });

  it('its own idea of the system is not believed: it says "windows", and Linux is looked at', async () => {
    const { host, key } = await stage({ host: id });
    const one = key('safe-exit', { client: 'wechat' });
    await one.shows(/WeChat gone/);
    expect(JSON.stringify(host.info)).toContain('"platform":"windows"');
  });

  it('a link is answered where there are links, and its absence ends nothing', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const { host, key } = await stage({ host: id }, home);
    const one = key('safe-exit');
    await one.shows(/in tray/);
    const has = host.openLink('/exit/practice');
    expect(has).toBe(id !== 'old');
    if (!has) one.press();
    await one.shows(/gone/);
    expect(receiptsIn(home)).toHaveLength(1);
  });

  it('paints a dial with a picture that this host can read', async () => {
    const { key } = await stage({ host: id, device: 'plus' });
    await key('dial', { client: 'wechat' }, { controller: 'Encoder' }).shows(/WeChat gone/);
  });

  it('ends a hold without a deed when the deck is pulled out', async () => {
    const home = newHome();
    policyIn(home, { timeoutMs: 1_000 });
    await home.run('practice', 'start', '--temper', 'deaf');
    const { host, key } = await stage({ host: id }, home);
    const one = key('force-exit', { holdMs: 500 });
    await one.shows(/hold/);
    one.down();
    await one.shows(/keep holding/);
    host.unplug();
    // A safe exit outlasts the hold; it is all that was done.
    const exit = key('safe-exit');
    await exit.shows(/in tray/);
    exit.press();
    await exit.shows(/still here/);
    expect(receiptsIn(home).map(({ request }) => request)).toEqual(['exit']);
  });
});

describe('a host that knows less than it should', () => {
  it('in a multi action sends down, 100 ms, up: one safe exit', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const { key } = await stage({ host: 'opendeck' }, home);
    const one = key('safe-exit', {}, { isInMultiAction: true });
    await one.shows(/in tray/);
    one.down();
    await new Promise((resolve) => setTimeout(resolve, 100));
    one.up();
    await one.shows(/gone/);
    expect(receiptsIn(home)).toHaveLength(1);
  });

  it('moves a held key to another page without a release: the hold is over', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const { host, key } = await stage({ host: 'opendeck' }, home);
    const one = key('force-exit', { holdMs: 5_000 });
    await one.shows(/hold/);
    one.down();
    await one.shows(/keep holding/);
    host.disappear(one.context);
    const again = key('force-exit', { holdMs: 500 });
    await again.shows(/hold/);
    const status = key('status');
    await status.shows(/in tray/);
    expect(receiptsIn(home)).toEqual([]);
  });
});

describe('the host of the virtual deck', () => {
  const sockets: WebSocket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.terminate();
  });
  const closed = (port: number, first: string, origin?: string): Promise<unknown> => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, origin === undefined ? {} : { origin });
    sockets.push(socket);
    socket.on('open', () => socket.send(first));
    socket.on('error', () => undefined);
    return new Promise((resolve) => socket.on('close', resolve));
  };

  it('listens to nobody whose name it did not give away, nor to a page of elsewhere', async () => {
    const { host } = await stage();
    const stranger = { event: 'registerPlugin', uuid: 'somebody' };
    await closed(host.port, JSON.stringify(stranger));
    const known = JSON.stringify({ event: 'registerPlugin', uuid: host.pluginUuid });
    await closed(host.port, known, 'https://example.org');
  });
});

const told = (host: Awaited<ReturnType<typeof stage>>['host'], event: string): Promise<void> =>
  new Promise((resolve) => {
    const hear = (_from: string, message: Message): void => {
      if (message.event !== event) return;
      host.off('message', hear);
      resolve();
    };
    host.on('message', hear);
  });
