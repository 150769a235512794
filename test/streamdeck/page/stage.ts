import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { FromPage, ToPage } from '../../../streamdeck/desk/messages.ts';
import { launch } from '../chromium.ts';
import { type FakeDeck, startFakeDeck } from './fake-deck.ts';

export interface Stage {
  readonly deck: FakeDeck;
  /** Opens the page on a deck that says this first. */
  open(greeting: readonly ToPage[], options?: BrowserContextOptions): Promise<Page>;
  /** All that the page said, up to now and not less. */
  said(page: Page): Promise<readonly FromPage[]>;
}

/** One browser and one fake deck for a suite; a page that reports an error fails its test. */
export function useStage(): Stage {
  let deck: FakeDeck | undefined;
  let browser: Browser | undefined;
  let errors: string[] = [];
  /** One page for each way to open it: a new one takes a second. */
  const pages = new Map<string, Page>();

  beforeAll(async () => {
    deck = await startFakeDeck();
    browser = await launch();
  });
  afterEach(() => {
    const seen = errors;
    errors = [];
    expect(seen).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await deck?.close();
  });

  const there = (): FakeDeck => {
    if (deck === undefined) throw new Error('the fake deck has not started');
    return deck;
  };
  const newPage = async (options: BrowserContextOptions): Promise<Page> => {
    if (browser === undefined) throw new Error('the browser has not started');
    const page = await (await browser.newContext(options)).newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    return page;
  };
  return {
    get deck() {
      return there();
    },
    async open(greeting, options = {}) {
      const way = JSON.stringify(options);
      const page = pages.get(way) ?? (await newPage({ locale: 'en-US', ...options }));
      pages.set(way, page);
      there().greet(...greeting);
      await page.goto(there().url);
      await page.locator('.deck').waitFor();
      there().forget();
      return page;
    },
    async said(page) {
      // What was sent before a wake arrives before it; a click from a script moves no focus.
      const wake = page.locator('.controls button');
      await wake.evaluate((button) => (button as HTMLElement).click());
      for (let count = 1; ; count++) {
        const heard = await there().hears(count);
        if (heard.at(-1)?.do === 'wake') return heard.slice(0, -1);
      }
    },
  };
}

export const key = (page: Page, slot: string) =>
  page.locator(`[data-part="key"][data-slot="${slot}"]`);
export const dial = (page: Page, at: number) =>
  page.locator(`[data-part="dial"][data-slot="dial:${at}"]`);
export const strip = (page: Page, at: number) =>
  page.locator(`[data-part="strip"][data-slot="dial:${at}"]`);
