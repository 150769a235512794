import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inChromium, missing } from '../chromium.ts';
import { deckOf } from './samples.ts';
import { key, useStage } from './stage.ts';

const MK2 = { kind: 'deck', deck: deckOf('mk2') } as const;
const INSPECTING = { kind: 'deck', deck: deckOf('mk2', { inspecting: 'key:1,0' }) } as const;
const SETTINGS = {
  kind: 'inspector',
  url: 'plugin/ui/key.html',
  arguments: [1, 'uuid', 'register', '{}', '{}'],
} as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).boundingBox();
  return found ?? { x: NaN, y: NaN, width: NaN, height: NaN };
};

describe.skipIf(missing)(inChromium('the settings of a key'), () => {
  const stage = useStage();
  const show = async (page: Page): Promise<void> => {
    stage.deck.send(INSPECTING, SETTINGS);
    await page.frameLocator('iframe').locator('select:focus').waitFor();
  };
  const focused = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['slot']);

  it('take the focus, close by Escape inside and outside, and give the focus back', async () => {
    const page = await stage.open([MK2]);
    for (const close of ['inside', 'outside', 'button'] as const) {
      await key(page, 'key:1,0').focus();
      await page.keyboard.press('i');
      await show(page);
      if (close === 'outside') await page.getByRole('button', { name: 'Close' }).focus();
      if (close === 'button') await page.getByRole('button', { name: 'Close' }).press('Enter');
      else await page.keyboard.press('Escape');
      await page.locator('iframe').waitFor({ state: 'detached' });
      expect(await focused(page), close).toBe('key:1,0');
      stage.deck.send(MK2);
    }
  });

  it('have the name of the key as their heading', async () => {
    const page = await stage.open([MK2]);
    await show(page);
    await page.getByRole('heading', { name: 'Settings: Force Exit' }).waitFor();
  });

  it('are reached on a phone without a press of the key', async () => {
    const page = await stage.open([MK2], PHONE);
    await page.getByRole('button', { name: 'Settings of a key' }).tap();
    await page.getByText('It is not pressed.').waitFor();
    await key(page, 'key:1,0').tap();
    expect(await stage.said(page)).toEqual([{ do: 'inspect', slot: 'key:1,0' }]);
    stage.deck.forget();
    await key(page, 'key:1,0').tap();
    expect((await stage.said(page)).map((one) => one.do)).toEqual(['press', 'release']);
  });

  it('are chosen by the keyboard as well, and Escape lets the keys be pressed again', async () => {
    const page = await stage.open([MK2]);
    const pick = page.getByRole('button', { name: 'Settings of a key' });
    await pick.click();
    await key(page, 'key:0,0').focus();
    await page.keyboard.press('Enter');
    expect(await stage.said(page)).toEqual([{ do: 'inspect', slot: 'key:0,0' }]);
    stage.deck.forget();
    await pick.click();
    await page.keyboard.press('Escape');
    await pick.waitFor();
    await key(page, 'key:0,0').press('Enter');
    expect((await stage.said(page)).map((one) => one.do)).toEqual(['press', 'release']);
  });

  it.each([1_280, 1_000, 800, 390])(
    'lie beside the practice clients and over nothing, %i px wide, and move no deck',
    async (width) => {
      const page = await stage.open([MK2], { viewport: { width, height: 844 } });
      const before = [await box(page, '.deck'), await box(page, '.practice')];
      await show(page);
      await page.evaluate(() => scrollTo(0, 0));
      const [deck, practice] = [await box(page, '.deck'), await box(page, '.practice')];
      expect(deck).toEqual(before[0]);
      if (width > 680) expect(practice).toEqual(before[1]);
      const settings = await box(page, '.inspector');
      for (const other of [deck, practice, await box(page, '.palette')]) {
        const isApart =
          settings.x + settings.width <= other.x ||
          other.x + other.width <= settings.x ||
          settings.y + settings.height <= other.y ||
          other.y + other.height <= settings.y;
        expect(isApart).toBe(true);
      }
      await page.keyboard.press('Escape');
    },
  );
});
