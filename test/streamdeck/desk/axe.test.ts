import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nativeMachine } from '../../../shared/machine/native-machine.ts';
import { openDesk, type Desk } from '../../../streamdeck/desk/desk.ts';
import { newHome, tidyHomes } from '../../cli/home.ts';
import { foundByAxe } from '../axe.ts';
import { inChromium, launch, missing } from '../chromium.ts';
import { key } from '../page/stage.ts';

tidyHomes();

describe.skipIf(missing)(inChromium('axe-core finds nothing on the virtual deck'), () => {
  let browser: Browser;
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    const { env, folder } = newHome();
    [browser, desk] = await Promise.all([
      launch(),
      openDesk({
        machine: nativeMachine(env),
        config: path.join(folder, 'desk'),
        env,
        language: 'en',
        page: path.resolve('dist/desk'),
        plugin: path.resolve('dist/org.clean-exit.keys.sdPlugin'),
        practice: path.resolve('dist/practice.mjs'),
      }),
    ]);
    await desk.practice.start('polite');
    page = await browser.newPage();
    await page.goto(desk.address);
    await page.locator('.processes li').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  it.each([
    ['dark', 1_280],
    ['light', 1_280],
    ['dark', 390],
    ['light', 390],
  ] as const)(
    'in the %s theme, %i px wide, with settings closed and open',
    async (theme, width) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 844 });
      expect(await foundByAxe(page)).toEqual([]);
      await key(page, 'key:0,0').focus();
      await page.keyboard.press('i');
      await page.frameLocator('iframe').locator('select').first().waitFor();
      expect(await foundByAxe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('iframe').waitFor({ state: 'detached' });
    },
  );

  it('nor in either theme once the practice client is gone, or where a real key is asked about', async () => {
    await desk.practice.stop();
    await page.locator('.processes del').first().waitFor();
    await desk.deck.handle({ do: 'device', device: 'plus' });
    await page.locator('.deck[data-device="plus"] .dial').first().waitFor();
    const [context = ''] = desk.deck.host?.places.keys() ?? [];
    desk.deck.host?.setSettings(context, { client: 'any' });
    await page.locator('.real').waitFor();
    await page.locator('.log summary').click();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await foundByAxe(page), colorScheme).toEqual([]);
    }
    await key(page, 'key:0,0').click();
    await page.getByRole('dialog').waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await foundByAxe(page), colorScheme).toEqual([]);
    }
  });
});
