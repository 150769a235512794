import { describe, expect, it } from 'vitest';
import { inChromium, missing } from '../chromium.ts';
import { deckOf } from './samples.ts';
import { dial, key, strip, useStage } from './stage.ts';

const MK2 = { kind: 'deck', deck: deckOf('mk2') } as const;
const PLUS = { kind: 'deck', deck: deckOf('plus') } as const;
const PRESS = { do: 'press', slot: 'key:0,0' };
const RELEASE = { do: 'release', slot: 'key:0,0' };

describe.skipIf(missing)(inChromium('the keys of the virtual deck'), () => {
  const stage = useStage();

  it('are held as long as the mouse holds them, also when it slides onto the settings', async () => {
    const page = await stage.open([
      { kind: 'deck', deck: deckOf('mk2', { inspecting: 'key:1,0' }) },
      {
        kind: 'inspector',
        url: 'plugin/ui/key.html',
        arguments: [1, 'uuid', 'register', '{}', '{}'],
      },
    ]);
    const settings = await page.locator('iframe').boundingBox();
    await key(page, 'key:0,0').hover();
    await page.mouse.down();
    expect(await stage.deck.hears(1)).toEqual([PRESS]);
    await page.mouse.move((settings?.x ?? 0) + 20, (settings?.y ?? 0) + 20);
    expect(await stage.said(page)).toEqual([PRESS]);
    stage.deck.forget();
    await page.mouse.up();
    expect(await stage.said(page)).toEqual([RELEASE]);
  });

  it('are held as long as a finger holds them', async () => {
    const page = await stage.open([MK2], { hasTouch: true });
    const box = await key(page, 'key:0,0').boundingBox();
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchEnd') =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: (box?.x ?? 0) + 9, y: (box?.y ?? 0) + 9 }],
      });
    await touch('touchStart');
    expect(await stage.deck.hears(1)).toEqual([PRESS]);
    await touch('touchEnd');
    await stage.deck.hears(2);
    expect(await stage.said(page)).toEqual([PRESS, RELEASE]);
  });

  it.each(['Enter', 'Space'])('are held by %s, which does not repeat', async (name) => {
    const page = await stage.open([MK2]);
    await key(page, 'key:0,0').focus();
    await page.keyboard.down(name);
    await page.keyboard.down(name);
    await page.keyboard.down(name);
    expect(await stage.said(page)).toEqual([PRESS]);
    stage.deck.forget();
    await page.keyboard.up(name);
    expect(await stage.said(page)).toEqual([RELEASE]);
  });

  it('are pressed shortly by the click of a screen reader', async () => {
    const page = await stage.open([MK2]);
    await key(page, 'key:0,0').evaluate((button) => (button as HTMLElement).click());
    expect(await stage.said(page)).toEqual([PRESS, RELEASE]);
  });

  it('are let go of when the window loses the focus, once', async () => {
    const page = await stage.open([MK2]);
    await key(page, 'key:0,0').hover();
    await page.mouse.down();
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await page.mouse.up();
    expect(await stage.said(page)).toEqual([PRESS, RELEASE]);
  });

  it('are let go of when the focus moves on, and by Escape', async () => {
    const page = await stage.open([MK2]);
    await key(page, 'key:0,0').focus();
    await page.keyboard.down('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Enter');
    expect(await stage.said(page)).toEqual([PRESS, RELEASE]);
    stage.deck.forget();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.down('Enter');
    await page.keyboard.press('Escape');
    expect(await stage.said(page)).toEqual([PRESS, RELEASE]);
  });

  it('are let go of when their place goes away', async () => {
    const page = await stage.open([MK2]);
    await key(page, 'key:4,2').hover();
    await page.mouse.down();
    await stage.deck.hears(1);
    stage.deck.send({ kind: 'deck', deck: deckOf('mini') });
    await stage.deck.hears(2);
    await page.mouse.up();
    expect(await stage.said(page)).toEqual([
      { do: 'press', slot: 'key:4,2' },
      { do: 'release', slot: 'key:4,2' },
    ]);
  });

  it('are one stop of the Tab key, and arrow keys walk between them', async () => {
    const page = await stage.open([MK2]);
    expect(await page.locator('.key[tabindex="0"]').count()).toBe(1);
    await key(page, 'key:0,0').focus();
    for (const name of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'ArrowLeft'])
      await page.keyboard.press(name);
    await page.locator('[data-slot="key:3,2"][tabindex="0"]:focus').waitFor();
    expect(await page.locator('.key[tabindex="0"]').count()).toBe(1);
    expect(await stage.said(page)).toEqual([]);
  });
});

describe.skipIf(missing)(inChromium('the dials of the virtual deck'), () => {
  const stage = useStage();
  const slot = 'dial:0';

  it('turn with the wheel, tick by tick, and the page does not scroll', async () => {
    const page = await stage.open([PLUS], { viewport: { width: 1200, height: 400 } });
    await dial(page, 0).hover();
    const scrolled = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 100);
    await page.mouse.wheel(0, 60);
    await page.mouse.wheel(0, 60);
    await page.mouse.wheel(0, -100);
    await stage.deck.hears(3);
    expect(await stage.said(page)).toEqual(
      [1, 1, -1].map((ticks) => ({ do: 'rotate', slot, ticks })),
    );
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  it('turn, push and are touched from the keyboard', async () => {
    const page = await stage.open([PLUS]);
    await dial(page, 0).focus();
    for (const name of ['ArrowRight', 'ArrowDown', 'Enter', 't']) await page.keyboard.press(name);
    expect(await stage.said(page)).toEqual([
      { do: 'rotate', slot, ticks: 1 },
      { do: 'rotate', slot, ticks: -1 },
      { do: 'press', slot },
      { do: 'release', slot },
      { do: 'touch', slot, hold: false },
    ]);
  });

  it('turn with a finger on the buttons below them', async () => {
    const page = await stage.open([PLUS]);
    await page.getByRole('button', { name: 'Dial 2, turn left' }).click();
    expect(await stage.said(page)).toEqual([{ do: 'rotate', slot: 'dial:1', ticks: -1 }]);
  });

  it('have a strip above them that tells a short touch from a long one', async () => {
    const page = await stage.open([PLUS]);
    await strip(page, 0).click();
    await stage.deck.hears(1);
    await strip(page, 0).hover();
    await page.mouse.down();
    await stage.deck.hears(2);
    await page.mouse.up();
    expect(await stage.said(page)).toEqual([
      { do: 'touch', slot, hold: false },
      { do: 'touch', slot, hold: true },
    ]);
  });
});
