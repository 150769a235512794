import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DEVICES } from '../../../streamdeck/desk/devices.ts';
import type { DeckState, DeviceId } from '../../../streamdeck/desk/messages.ts';
import { inChromium, missing } from '../chromium.ts';
import { deckOf, logLines } from './samples.ts';
import { dial, key, useStage } from './stage.ts';

const FULL = [
  { kind: 'deck', deck: deckOf('plus', { inspecting: 'key:0,0' }) },
  {
    kind: 'practice',
    practice: {
      temper: 'ghost',
      icon: 'shown',
      isBusy: false,
      processes: [{ pid: 52117, name: 'practice-chat-helper', role: 'helper', isThere: false }],
    },
  },
  logLines(0, 3),
  { kind: 'notice', text: 'The plugin said something long enough to need more than one line.' },
] as const;
const CONTROLS = ['button', 'combobox', 'radio', 'spinbutton', 'Iframe', 'grid', 'group', 'region'];

interface Named {
  readonly role: string;
  readonly name: string;
}

async function controls(page: Page): Promise<readonly Named[]> {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  return nodes
    .filter((node) => !node.ignored && CONTROLS.includes(String(node.role?.value)))
    .map((node) => ({ role: String(node.role?.value), name: String(node.name?.value ?? '') }));
}

describe.skipIf(missing)(inChromium('everybody can use the virtual deck'), () => {
  const stage = useStage();

  it.each(['en-US', 'zh-CN'])('because every control has a name (%s)', async (locale) => {
    const page = await stage.open(FULL, { locale });
    await page.locator('.log summary').click();
    stage.deck.send({
      kind: 'inspector',
      url: 'plugin/ui/key.html',
      arguments: [1, 'uuid', 'register', '{}', '{}'],
    });
    await page.locator('iframe').waitFor();
    const found = await controls(page);
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter(({ name }) => name.trim() === '')).toEqual([]);
  });

  it('because a key and a dial say place, action and face', async () => {
    const page = await stage.open(FULL);
    expect(await key(page, 'key:1,0').getAttribute('aria-label')).toBe(
      'Row 1, column 2, Force Exit, force exit',
    );
    expect(await key(page, 'key:2,1').getAttribute('aria-label')).toBe('Row 2, column 3, empty');
    expect(await dial(page, 0).getAttribute('aria-label')).toBe('Dial 1, Exit Dial');
    expect(await dial(page, 0).getAttribute('aria-valuetext')).toBe('any chat');
  });

  it('because only notices are read out, not every repaint', async () => {
    const page = await stage.open(FULL);
    const aloud = await page.locator('[aria-live], [role="status"], [role="log"]').all();
    expect(await Promise.all(aloud.map((one) => one.getAttribute('class')))).toEqual([
      'lost',
      'answer',
      'notice',
    ]);
  });

  it.each([360, 640])(
    'because each device fits into %i px without sideways scrolling',
    async (width) => {
      const page = await stage.open(FULL, { viewport: { width, height: 640 } });
      await page.locator('.log summary').click();
      for (const device of Object.keys(DEVICES) as DeviceId[]) {
        stage.deck.send({ kind: 'deck', deck: deckOf(device) });
        await page.locator(`.deck[data-device="${device}"]`).waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, device).toBeLessThanOrEqual(width);
      }
    },
  );

  it('because it speaks the language of the keys, and asks for another one by a button', async () => {
    const deck = (language: DeckState['language']) =>
      ({ kind: 'deck', deck: deckOf('mk2', { language }) }) as const;
    const page = await stage.open([deck('zh_CN')], { locale: 'zh-CN' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.title()).toBe('净退：虚拟按键台');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await stage.said(page)).toEqual([{ do: 'language', language: 'en' }]);
    for (const [language, tag, heading] of [
      ['en', 'en', 'Practice clients'],
      ['zh_TW', 'zh-TW', '練習用戶端'],
      ['ja', 'ja', '練習用クライアント'],
      ['de', 'de', 'Übungsprogramme'],
    ] as const) {
      stage.deck.send(deck(language));
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(tag);
    }
  });
});

describe('the colours of the page', () => {
  const blocks = readFileSync('streamdeck/desk/page/page.css', 'utf8').match(/:root \{[^}]*\}/g);

  it.each([
    ['dark', 0],
    ['light', 1],
  ] as const)('are told apart by AA in the %s theme', (_, at) => {
    const colour = (name: string): string =>
      new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(blocks?.[at] ?? '')?.[1] ?? '';
    const pairs = ['desk', 'glow', 'panel', 'raised'].flatMap((ground) =>
      ['ink', 'quiet', 'accent', 'amber'].map((ink) => [ink, ground] as const),
    );
    const pressed = ['ink', 'quiet'].map((ink) => [ink, 'raised-more'] as const);
    const weak = [...pairs, ...pressed, ['on-accent', 'accent'] as const].filter(
      ([ink, ground]) => contrast(colour(ink), colour(ground)) < 4.5,
    );
    expect(weak).toEqual([]);
  });
});

/** The contrast of WCAG 2. */
function contrast(one: string, other: string): number {
  const light = [one, other].map((hex) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  });
  return Math.max(...light) / Math.min(...light);
}
