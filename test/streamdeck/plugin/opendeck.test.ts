import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Message } from '../../../streamdeck/desk/message.ts';
import { newHome, tidyHomes } from '../../cli/home.ts';
import { receiptsIn, stage, tidyHosts, type Key, type Stage } from './stage.ts';

tidyHomes();
tidyHosts();
const pages: WebSocket[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.terminate();
});

/** The page of one key, as OpenDeck loads it for every key of a profile (`PropertyInspectorView.svelte`). */
async function loadPage({ host }: Stage, { context, place }: Key): Promise<() => Promise<Message>> {
  const page = new WebSocket(`ws://127.0.0.1:${host.port}`);
  pages.push(page);
  const heard: Message[] = [];
  let wake = (): void => undefined;
  page.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message;
    if (message.event === 'sendToPropertyInspector') heard.push(message);
    wake();
  });
  await once(page, 'open');
  const say = (message: object): void => page.send(JSON.stringify(message));
  say({ event: 'registerPropertyInspector', uuid: context });
  const { action } = place;
  say({ event: 'sendToPlugin', action, context, payload: { ask: 'state' } });
  return async () => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return heard[0] as Message;
  };
}

const ACTIONS = ['safe-exit', 'force-exit', 'purge-cache', 'status', 'hide', 'safe-exit', 'status'];

describe('OpenDeck 2.14', () => {
  it('loads the pages of seven keys before one of them is selected: each is told its state then', async () => {
    const at = await stage({ host: 'opendeck' });
    const keys = ACTIONS.map((action) => at.key(action, { client: 'wechat' }));
    const pagesOf = await Promise.all(keys.map((key) => loadPage(at, key)));
    await Promise.all(keys.map((key) => key.shows(/WeChat/)));
    for (const [index, one] of keys.entries()) {
      at.host.select(one.context);
      const told = await pagesOf[index]?.();
      expect(told).toMatchObject({ context: one.context, payload: { tell: 'state' } });
    }
  });

  it('tells a page that is shown of every change, whichever others are loaded beside it', async () => {
    const at = await stage({ host: 'opendeck' });
    const [shown, other] = [at.key('status'), at.key('safe-exit')];
    await shown.shows(/./);
    at.host.select(shown.context);
    const told = await loadPage(at, shown);
    await told();
    await loadPage(at, other);
    const again = new Promise<string>((resolve) =>
      at.host.on('message', (from, { event, context = '' }) => {
        if (from === 'plugin' && event === 'sendToPropertyInspector') resolve(context);
      }),
    );
    shown.press();
    expect(await again).toBe(shown.context);
  });

  it.each(['streamdeck', 'openaction'] as const)(
    'hands on the whole address of a %s:// link, and it is understood',
    async (scheme) => {
      const home = newHome();
      await home.run('practice', 'start');
      const { host, key } = await stage({ host: 'opendeck' }, home);
      const one = key('safe-exit');
      await one.shows(/in tray/);
      host.openLink('/force/practice', scheme);
      host.openLink('/exit/practice?streamdeck=hidden', scheme);
      await one.shows(/gone/);
      expect(receiptsIn(home).map(({ request }) => request)).toEqual(['exit']);
    },
  );

  it('says what 2.14 says of itself, and what a plugin in Node is told', async () => {
    const { host } = await stage({ host: 'opendeck', language: 'zh_TW' });
    expect(host.pluginUuid).toBe('org.clean-exit.keys.sdPlugin');
    expect(host.info).toMatchObject({
      application: {
        ...{ font: 'ui-sans-serif', language: 'en', platform: 'windows', version: '7.1.0' },
        platformVersion: '10.0.19045.4474',
      },
      devices: [{ id: host.deviceId }],
    });
  });
});
