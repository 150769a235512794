import { describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../streamdeck/desk/messages.ts';
import { inChromium, missing } from '../chromium.ts';
import { deckOf, image, logLines } from './samples.ts';
import { key, useStage } from './stage.ts';

const MK2 = { kind: 'deck', deck: deckOf('mk2') } as const;
const practice = (change: Partial<PracticeState>) =>
  ({
    kind: 'practice',
    practice: { temper: 'deaf', icon: 'shown', isBusy: false, processes: [], ...change },
  }) as const;
const process = (pid: number, isThere: boolean) =>
  ({ pid, name: 'practice-chat', role: 'helper', isThere }) as const;

describe.skipIf(missing)(inChromium('beside the virtual deck'), () => {
  const stage = useStage();

  it('the plugin paints a key, and a sign lies over it for a second', async () => {
    const page = await stage.open([MK2]);
    const context = 'context-of-key:0,0';
    stage.deck.send({ kind: 'image', context, image: image('gone'), label: 'gone' });
    stage.deck.send({ kind: 'sign', context, sign: 'alert' });
    await key(page, 'key:0,0').locator('[data-sign="alert"]').waitFor();
    expect(await key(page, 'key:0,0').getAttribute('aria-label')).toBe(
      'Row 1, column 1, Safe Exit, gone',
    );
    expect(await key(page, 'key:0,0').locator('img').getAttribute('src')).toBe(image('gone'));
    await key(page, 'key:0,0').locator('.sign').waitFor({ state: 'detached' });
  });

  it("the inspector's page is handed its arguments, and closes", async () => {
    const page = await stage.open([
      { kind: 'deck', deck: deckOf('mk2', { inspecting: 'key:0,0' }) },
    ]);
    const given = [4711, 'uuid', 'registerPropertyInspector', '{"a":1}', '{"b":2}'] as const;
    stage.deck.send({ kind: 'inspector', url: 'plugin/ui/key.html', arguments: given });
    const title = await page.waitForFunction(
      () => document.querySelector('iframe')?.contentDocument?.title,
    );
    expect(JSON.parse((await title.jsonValue()) ?? '')).toEqual(given);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('iframe').waitFor({ state: 'detached' });
    expect(await stage.said(page)).toEqual([{ do: 'close-inspector' }]);
  });

  it('a practice client starts and stops, one at a time', async () => {
    const page = await stage.open([MK2]);
    await page.getByText('Start a practice client, then press Safe Exit.').waitFor();
    await page.getByRole('button', { name: 'Start the Deaf client' }).click();
    stage.deck.send({
      kind: 'practice',
      practice: { processes: [], icon: 'gone', isBusy: true },
    });
    await page.locator('[data-temper="deaf"]').getByText('One moment…').waitFor();
    stage.deck.send(practice({ processes: [process(11, true)] }));
    await page.getByRole('button', { name: 'Stop the Deaf client' }).waitFor();
    expect(await page.getByRole('button', { name: /^Start the .* client/ }).count()).toBe(6);
    expect(await page.locator('.card button:enabled').count()).toBe(1);
    await page.getByRole('button', { name: 'Stop the Deaf client' }).click();
    expect(await stage.said(page)).toEqual([
      { do: 'practice-start', temper: 'deaf' },
      { do: 'practice-stop' },
    ]);
  });

  it('processes that left stay in the list, struck through', async () => {
    const page = await stage.open([
      MK2,
      practice({ processes: [process(11, true), process(12, true)] }),
    ]);
    await page.getByText('It is running.').waitFor();
    stage.deck.send(practice({ processes: [process(11, false), process(12, true)] }));
    await page.locator('.processes del').waitFor();
    expect(await page.locator('.processes li').count()).toBe(2);
    expect(await page.locator('.processes del').innerText()).toContain('11');
    const all = [process(11, false), process(12, false)];
    stage.deck.send(practice({ processes: all }));
    await page.getByText('a dead tray icon is still here').waitFor();
    stage.deck.send(practice({ processes: all, icon: 'gone' }));
    await page.getByText('It is gone.').waitFor();
    const { practice: stopped } = practice({ processes: all, icon: 'gone' });
    const { temper: _, ...rest } = stopped;
    stage.deck.send({ kind: 'practice', practice: rest });
    await page.getByText('Start a practice client, then').waitFor();
    expect(await page.locator('[data-temper="deaf"] .processes del').count()).toBe(2);
  });

  it('the log keeps 500 lines, and follows unless one scrolled up', async () => {
    const page = await stage.open([MK2, logLines(0, 600)]);
    await page.locator('.log summary').click();
    const line = (number: number) => page.locator('.line', { hasText: `"line":${number}}` });
    const atEnd = () =>
      page.waitForFunction(() => {
        const lines = document.querySelector('.lines');
        return lines && lines.scrollHeight - lines.scrollTop - lines.clientHeight < 8;
      });
    await line(599).waitFor();
    expect(await page.locator('.line').count()).toBe(500);
    await atEnd();
    stage.deck.send(logLines(600, 3));
    await line(602).waitFor();
    await atEnd();
    await page.locator('.lines').hover();
    await page.mouse.wheel(0, -100_000);
    await page.waitForFunction(() => document.querySelector('.lines')?.scrollTop === 0);
    stage.deck.send(logLines(603, 3));
    await line(605).waitFor();
    expect(await page.locator('.lines').evaluate((lines) => lines.scrollTop)).toBe(0);
  });

  it('the log is filtered by who spoke, and copied as shown', async () => {
    const page = await stage.open([MK2, logLines(0, 4)], {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('.log summary').click();
    await page.getByRole('button', { name: 'host', exact: true }).click();
    await page.locator('.line[data-from="host"]').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('The log is in the clipboard.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').map((one) => one.split(' ').slice(1, 3))).toEqual([
      ['plugin', 'setImage'],
      ['plugin', 'setImage'],
    ]);
  });

  it('a deck that stopped is said calmly, and found again when it is back', async () => {
    const page = await stage.open([MK2]);
    const back = stage.deck.connected();
    stage.deck.hangUp();
    await page.getByText('The deck has stopped: start it again with npm run deck').waitFor();
    await back;
    await page.locator('.lost p').waitFor({ state: 'detached' });
    await key(page, 'key:0,0').click();
    expect((await stage.said(page)).map((one) => one.do)).toEqual(['press', 'release']);
  });
});
