import { describe, expect, it } from 'vitest';
import { inChromium, missing } from '../chromium.ts';
import { deckOf } from './samples.ts';
import { dial, key, useStage } from './stage.ts';

const PLUS = { kind: 'deck', deck: deckOf('plus') } as const;

describe.skipIf(missing)(inChromium('arranging the virtual deck'), () => {
  const stage = useStage();

  it('places an action that is dragged from the list', async () => {
    const page = await stage.open([PLUS]);
    await page.locator('[data-action="force-exit"]').dragTo(key(page, 'key:2,1'));
    expect(await stage.said(page)).toEqual([
      { do: 'place', action: 'force-exit', slot: 'key:2,1' },
    ]);
  });

  it('places a dial action on a dial, and lets go of it nowhere else', async () => {
    const page = await stage.open([PLUS]);
    await page.locator('[data-action="dial"]').dragTo(key(page, 'key:2,1'));
    await page.getByText('It does not fit there').waitFor();
    await page.locator('[data-action="dial"]').dragTo(dial(page, 3));
    expect(await stage.said(page)).toEqual([{ do: 'place', action: 'dial', slot: 'dial:3' }]);
  });

  it('moves a key by its grip, without pressing it', async () => {
    const page = await stage.open([PLUS]);
    await key(page, 'key:0,0').hover();
    await page.locator('[data-grip="key:0,0"]').dragTo(key(page, 'key:3,1'));
    expect(await stage.said(page)).toEqual([{ do: 'move', from: 'key:0,0', to: 'key:3,1' }]);
  });

  it('places an action that is chosen first and its place then, without pressing it', async () => {
    const page = await stage.open([PLUS]);
    await page.locator('[data-action="safe-exit"]').click();
    await page.getByText('Choose a place for Safe Exit.').waitFor();
    await key(page, 'key:1,0').click();
    expect(await stage.said(page)).toEqual([{ do: 'place', action: 'safe-exit', slot: 'key:1,0' }]);
  });

  it('says so where a chosen action does not fit, and Escape lays it aside', async () => {
    const page = await stage.open([PLUS]);
    await page.locator('[data-action="safe-exit"]').click();
    await dial(page, 1).click();
    await page.getByText('It does not fit there').waitFor();
    await page.keyboard.press('Escape');
    await key(page, 'key:1,0').click();
    expect((await stage.said(page)).map((one) => one.do)).toEqual(['press', 'release']);
  });

  it('offers on a free place what can be put there', async () => {
    const page = await stage.open([PLUS]);
    await key(page, 'key:2,0').focus();
    const bar = page.getByRole('group', { name: 'Chosen place' });
    await bar.getByText('Row 1, column 3').waitFor();
    expect(await bar.getByRole('button').allInnerTexts()).toEqual([
      'Safe Exit',
      'Force Exit',
      'Settings of a key',
    ]);
    await bar.getByRole('button', { name: 'Force Exit' }).click();
    expect(await stage.said(page)).toEqual([
      { do: 'place', action: 'force-exit', slot: 'key:2,0' },
    ]);
  });

  it('moves, clears and opens settings from the keyboard', async () => {
    const page = await stage.open([PLUS]);
    await key(page, 'key:0,0').focus();
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await key(page, 'key:1,0').focus();
    await page.keyboard.press('i');
    await page.keyboard.press('Delete');
    expect(await stage.said(page)).toEqual([
      { do: 'move', from: 'key:0,0', to: 'key:0,1' },
      { do: 'inspect', slot: 'key:1,0' },
      { do: 'clear', slot: 'key:1,0' },
    ]);
  });

  it('opens the settings with a right click, which presses nothing', async () => {
    const page = await stage.open([PLUS]);
    await key(page, 'key:0,0').click({ button: 'right' });
    expect(await stage.said(page)).toEqual([{ do: 'inspect', slot: 'key:0,0' }]);
  });

  it('changes device, host and language', async () => {
    const page = await stage.open([PLUS]);
    await page.getByRole('radio', { name: 'XL' }).click();
    await page.getByRole('combobox', { name: 'Host', exact: true }).selectOption('old');
    await page
      .getByRole('combobox', { name: 'Language of the page and the keys' })
      .selectOption('zh_TW');
    expect(await stage.said(page)).toEqual([
      { do: 'device', device: 'xl' },
      { do: 'host', host: 'old' },
      { do: 'language', language: 'zh_TW' },
    ]);
  });
});
