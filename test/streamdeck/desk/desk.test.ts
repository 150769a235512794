import { request } from 'node:http';
import { connect } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Desk } from '../../../streamdeck/desk/desk.ts';
import { SUPPORT } from '../../../streamdeck/inspector/support.ts';
import { newHome, tidyHomes } from '../../cli/home.ts';
import { inChromium, launch, missing } from '../chromium.ts';
import { key } from '../page/stage.ts';
import { receiptsIn } from '../plugin/stage.ts';
import { open } from './opened.ts';

tidyHomes();
describe.skipIf(missing)(inChromium('the virtual deck in a browser'), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  const at = async (desk: Desk): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 900 } });
    await page.goto(desk.address);
    return page;
  };
  const named = (name: RegExp) => (page: Page, slot: string) =>
    expect
      .poll(() => key(page, slot).getAttribute('aria-label'), { timeout: 15_000 })
      .toMatch(name);

  it('a click on Safe Exit leads from in tray to gone, while real processes end', async () => {
    const home = newHome();
    const desk = await open(home);
    const page = await at(desk);
    await named(/Practice|practice|any/)(page, 'key:0,0').catch(() => undefined);
    await page
      .getByRole('button', { name: /^Start/ })
      .first()
      .click();
    await named(/in tray/)(page, 'key:0,0');
    const before = desk.practice.state().processes;
    expect(before.filter(({ isThere }) => isThere).length).toBeGreaterThan(1);
    await key(page, 'key:0,0').click();
    await named(/gone/)(page, 'key:0,0');
    await page.locator('.answer').getByText('Safe exit, practice client: gone.').waitFor();
    await page.getByText('It is gone. Hold Purge Cache').waitFor();
    await expect
      .poll(() => desk.practice.state().processes.some(({ isThere }) => isThere))
      .toBe(false);
    expect(receiptsIn(home)).toMatchObject([{ verdict: 'gone', surface: 'Stream Deck' }]);
    await page.close();
  });

  it('a held Force Exit ends a deaf client, and a click does not', async () => {
    const home = newHome();
    const desk = await open(home);
    await desk.practice.start('deaf');
    const page = await at(desk);
    const force = 'key:4,0';
    await named(/hold/)(page, force);
    await key(page, force).click();
    await named(/hold longer/)(page, force);
    expect(receiptsIn(home)).toEqual([]);
    await key(page, force).hover();
    await page.mouse.down();
    await named(/gone/)(page, force);
    await page.mouse.up();
    expect(receiptsIn(home)).toMatchObject([{ request: 'force', verdict: 'gone' }]);
    await page.close();
  });

  it('a held Purge Cache shows its way and what went to the trash', async () => {
    const home = newHome();
    const desk = await open(home);
    await desk.practice.start('polite');
    const page = await at(desk);
    await named(/in tray/)(page, 'key:0,0');
    await key(page, 'key:0,0').click();
    await named(/gone/)(page, 'key:0,0');
    await named(/purge 12\.\d MB/)(page, 'key:3,0');
    await key(page, 'key:3,0').hover();
    await page.mouse.down();
    await named(/in trash 12\.\d MB/)(page, 'key:3,0');
    await page.mouse.up();
    await page.close();
  });

  it('the inspector changes the settings of a key, and they are still there later', async () => {
    const desk = await open(newHome());
    await desk.practice.start('polite');
    const page = await at(desk);
    await key(page, 'key:4,0').focus();
    await page.keyboard.press('i');
    const inspector = page.frameLocator('iframe');
    await inspector.getByRole('slider').first().fill('3000');
    await expect
      .poll(() => [...(desk.deck.host?.places.values() ?? [])].map((one) => one.settings))
      .toContainEqual(expect.objectContaining({ holdMs: 3_000 }));
    await page.close();
  });

  it('an action dragged onto another key appears there, painted by the plugin', async () => {
    const desk = await open(newHome());
    const page = await at(desk);
    await page.getByText('What Is Left').first().dragTo(key(page, 'key:4,2'));
    await named(/What Is Left/)(page, 'key:4,2');
    await page.close();
  });

  it('speaks the language of the browser, until a button or an inspector says another: page and keys', async () => {
    const desk = await open(newHome());
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(desk.address);
    const lang = (tag: string) => page.locator(`html[lang="${tag}"]`).waitFor();
    await lang('zh-CN');
    await named(/安全退出/)(page, 'key:0,0');
    await named(/已退净|查看中|无法确定/)(page, 'key:0,0');
    const pid = desk.deck.host?.process.pid;
    await page.getByRole('button', { name: 'English' }).click();
    await lang('en');
    await named(/Safe Exit.*(gone|unknown)/)(page, 'key:0,0');
    // Live: what is under way goes on, because the plugin does.
    expect(desk.deck.host?.process.pid).toBe(pid);
    const other = await context.newPage();
    await other.goto(desk.address);
    await other.getByRole('heading', { name: 'Practice clients' }).waitFor();
    await key(page, 'key:0,0').focus();
    await page.keyboard.press('i');
    const inspector = page.frameLocator('iframe');
    await inspector.getByLabel('Language of all keys').selectOption('ja');
    await lang('ja');
    await named(/安全に終了/)(page, 'key:0,0');
    await page.getByRole('combobox', { name: 'ページとキーの言語' }).selectOption('de');
    await inspector.getByRole('heading', { name: 'Sicher beenden' }).waitFor();
    await desk.deck.handle({ do: 'device', device: 'mini' });
    await named(/Sicher beenden.*(beendet|unbekannt)/)(page, 'key:0,0');
    await context.close();
  });

  it('does not press a key that acts on a real client before a person allows it', async () => {
    const home = newHome();
    const desk = await open(home);
    const page = await at(desk);
    const heard: string[] = [];
    desk.deck.on('line', ({ from, event }) => from === 'host' && heard.push(event));
    await key(page, 'key:0,0').focus();
    await page.keyboard.press('i');
    await page.frameLocator('iframe').getByLabel('Client').selectOption('slack');
    await named(/, real$/)(page, 'key:0,0');
    await page.keyboard.press('Escape');
    await key(page, 'key:0,0').click();
    const dialog = page.getByRole('dialog', { name: 'This key is real' });
    await dialog.getByText('acts on Slack on this computer').waitFor();
    expect(heard.filter((event) => event.startsWith('key'))).toEqual([]);
    await dialog.getByRole('button', { name: 'Allow this key' }).click();
    await key(page, 'key:0,0').click();
    await expect
      .poll(() => heard.filter((event) => event.startsWith('key')))
      .toEqual(['keyDown', 'keyUp']);
    // Nobody of that name runs here.
    await page
      .locator('.answer')
      .getByText(/Slack: (it was not running|refused)/)
      .waitFor();
    await key(page, 'key:1,0').focus();
    await page.keyboard.press('i');
    await page.frameLocator('iframe').getByLabel('Client').selectOption('any');
    await key(page, 'key:1,0').click();
    await dialog.getByRole('button', { name: 'Use the practice client' }).click();
    await expect.poll(() => key(page, 'key:1,0').getAttribute('aria-label')).not.toMatch(/, real$/);
    await page.close();
  });

  it('opens the help of a settings page in a page of its own', async () => {
    const desk = await open(newHome());
    const page = await at(desk);
    // It leads out of this computer.
    await page.context().route('https://**', (route) => route.abort());
    await key(page, 'key:0,0').focus();
    await page.keyboard.press('i');
    const opened = page.context().waitForEvent('page');
    await page.frameLocator('iframe').getByRole('link', { name: 'Help and support' }).click();
    await opened;
    await page.locator('.notice').getByText(SUPPORT).waitFor();
    await page.context().close();
  });

  it('is another deck and another host at a click', async () => {
    const desk = await open(newHome());
    const page = await at(desk);
    for (const device of ['plus', 'mini', 'xl', 'neo', 'pedal'] as const) {
      await desk.deck.handle({ do: 'device', device });
      await expect.poll(() => desk.deck.state().plugin.state).toBe('running');
      await named(/gone|looking|unknown|nothing|hold/)(page, 'key:0,0');
    }
    await desk.deck.handle({ do: 'host', host: 'opendeck' });
    await expect.poll(() => desk.deck.state().host).toBe('opendeck');
    await page.close();
  });
});

describe('the address of the virtual deck', () => {
  const status = (address: string, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve, reject) => {
      request(address, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
  const socket = (address: string, origin?: string): Promise<string> =>
    new Promise((resolve) => {
      const url = new URL('socket', address.replace('http', 'ws'));
      const one = new WebSocket(url, origin === undefined ? {} : { origin });
      one.on('open', () => {
        one.terminate();
        resolve('open');
      });
      one.on('error', () => resolve('refused'));
    });

  it('opens with its token alone, and to no other name, page or path', async () => {
    const { address } = await open(newHome());
    const { origin } = new URL(address);
    expect(await status(address)).toBe(200);
    expect(await status(`${address}page.js`)).toBe(200);
    expect(await status(`${address}plugin/manifest.json`)).toBe(200);
    expect(await status(`${origin}/`)).toBe(403);
    expect(await status(`${origin}/page.js`)).toBe(403);
    expect(await status(address, { host: 'example.org' })).toBe(403);
    expect(await status(`${address}..%2f..%2fpackage.json`)).toBe(404);
    expect(await status(`${address}plugin/..%2f..%2fclean-exit.cjs`)).toBe(404);
    expect(await socket(address, origin)).toBe('open');
    expect(await socket(address)).toBe('refused');
    expect(await socket(address, 'https://example.org')).toBe('refused');
    expect(await socket(`${origin}/`, origin)).toBe('refused');
  });

  it('is ended by nobody who sends it nonsense or hangs up in the middle', async () => {
    const { address } = await open(newHome());
    const { host, hostname, port } = new URL(address);
    const raw = (text: string): Promise<unknown> =>
      new Promise((resolve) => {
        const one = connect(Number(port), hostname, () => {
          one.write(text, () => one.resetAndDestroy());
        });
        one.on('error', () => undefined);
        one.on('close', resolve);
      });
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';
    for (let time = 0; time < 20; time++) {
      await raw(`GET // HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      await raw(`GET //socket HTTP/1.1\r\nHost: ${host}\r\n${upgrade}\r\n`);
      await raw(`GET /x/socket HTTP/1.1\r\nHost: elsewhere\r\n${upgrade}\r\n`);
      await raw('nonsense\r\n\r\n');
    }
    expect(await status(address)).toBe(200);
  });

  it('is on loopback, and nothing that a page says can stop the desk', async () => {
    const desk = await open(newHome());
    const { origin } = new URL(desk.address);
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:/);
    const url = new URL('socket', desk.address.replace('http', 'ws'));
    const one = new WebSocket(url, { origin });
    const heard: string[] = [];
    one.on('message', (data: Buffer) => heard.push(data.toString()));
    await new Promise((resolve) => one.on('open', resolve));
    for (const text of ['', '{', '[]', '{"do":"press"}', '{"do":"press","slot":"key:99,99"}'])
      one.send(text);
    one.send('{"do":"place","action":"../../x","slot":"key:0,0"}');
    one.send('{"do":"wake"}');
    await expect.poll(() => heard.some((text) => text.includes('systemDidWakeUp'))).toBe(true);
    one.terminate();
    expect(desk.deck.state().plugin.state).toBe('running');
  });
});
