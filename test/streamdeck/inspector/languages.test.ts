import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Language, LANGUAGES } from '../../../streamdeck/src/language.ts';
import { payloadOf } from './opened.ts';
import { inspecting } from './suite.ts';

const PROBLEMS = ['no-such-client', 'hold-in-multi-action'] as const;
const UNSEEN = [
  { what: 'processes', why: 'denied' },
  { what: 'trayIcons', why: 'failed' },
  { what: 'windows', why: 'timeout' },
  { what: 'journals', why: 'unsupported' },
  { what: 'memory', why: 'not-looked' },
  { what: 'cache', why: 'too-many' },
  { what: 'files', why: 'denied' },
  { what: 'accounts', why: 'failed' },
];
const THEMSELVES = ['English', '简体中文', '繁體中文', '日本語', 'Deutsch'];
const NAMES = ['WECHAT', 'QQ', 'SLACK'];

const words = (language: Language): readonly string[] => {
  const file = `streamdeck/org.clean-exit.keys.sdPlugin/${language}.json`;
  const table = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly Localization: Readonly<Record<string, string>>;
    readonly [action: string]: string | Readonly<Record<string, string>>;
  };
  const { Localization, ...actions } = table;
  const names = Object.values(actions).flatMap((one) =>
    typeof one === 'string' ? [] : (one.Name ?? []),
  );
  return [...Object.values(Localization), ...names];
};

/** Every text of the page, hidden or not, and every word that only a screen reader speaks. */
const textsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) found.push(walk.currentNode.textContent ?? '');
    for (const one of document.querySelectorAll('*')) {
      for (const name of ['alt', 'label', 'aria-label', 'aria-valuetext', 'title', 'placeholder']) {
        found.push(one.getAttribute(name) ?? '');
      }
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });

/** The texts that are no word of the language, no name and no value in a word. */
function strange(texts: readonly string[], language: Language): readonly string[] {
  const spoken = words(language).map(
    (one) =>
      new RegExp(`^${one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('%s', '[\\w.,]+')}$`),
  );
  return texts
    .flatMap((text) => text.split(' · '))
    .filter((text) => ![...THEMSELVES, ...NAMES].includes(text))
    .filter((text) => !spoken.some((one) => one.test(text)));
}

inspecting('the language of the inspector', (open) => {
  it.each(LANGUAGES)('changes at once to %s, every word of it', async (language) => {
    // It begins in another one, so that nothing can be left from the start.
    const began = language === 'de' ? 'ja' : 'de';
    const { page, site, tell } = await open('purge-cache', { language: began });
    await site.hear('getSettings');
    await site.hear('sendToPlugin');
    tell({ unseen: UNSEEN, problems: PROBLEMS, platform: 'macos' });
    await page.locator('#problems li').first().waitFor();
    expect(strange(await textsOf(page), began)).toEqual([]);
    await page.locator('#language').selectOption(language);
    expect(payloadOf(await site.hear('sendToPlugin'))).toEqual({ say: 'language', language });
    const texts = await textsOf(page);
    expect(strange(texts, language)).toEqual([]);
    // Hidden ones too: the words of all seven actions and three systems are on the page.
    expect(texts.length).toBeGreaterThan(50);
  });

  it.each([
    ['zh_CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['ja', 'ja'],
    ['fr', 'en'],
  ])('begins as a host with %s', async (language, tag) => {
    const { page } = await open('status', { language });
    expect(await page.locator('html').getAttribute('lang')).toBe(tag);
  });

  it('is the one that the plugin knows, until a person chooses another', async () => {
    const { page, site, tell } = await open('status');
    await site.hear('getSettings');
    tell({ language: 'de' });
    await page.getByText('Chatprogramm', { exact: true }).waitFor();
    expect(await page.getByLabel('Sprache').inputValue()).toBe('de');
    await page.getByLabel('Sprache').selectOption('ja');
    // Under way while the person chose; the face shows that it has arrived.
    tell({ language: 'de', face: 'data:image/svg+xml,<svg id="late"/>' });
    await page.locator('#face[src*=late]').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    tell({ language: 'ja' });
    await page.locator('#face:not([src*=late])').waitFor();
    tell({ language: 'zh_TW' });
    await page.getByText('用戶端', { exact: true }).waitFor();
  });
});

describe('the check of the words', () => {
  it('finds a text that stayed English', () => {
    expect(strange(['客户端', 'Client', 'QQ · 运行中', 'QQ · running'], 'zh_CN')).toEqual([
      'Client',
      'running',
    ]);
  });
});
