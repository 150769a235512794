import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { inChromium, launch, missing } from '../chromium.ts';
import { type Key, openInspector, type Opened } from './opened.ts';

/** Opens the inspector of a key; it is closed after the test. */
export type Open = (kind: string, more?: Omit<Key, 'kind'>) => Promise<Opened>;

/** A suite with one browser, in which no page may complain. */
export function inspecting(title: string, tests: (open: Open) => void): void {
  describe.skipIf(missing !== undefined)(inChromium(title), () => {
    let browser: Browser;
    const opened: Opened[] = [];
    // A new page costs most of a second, so that a page is used again.
    const free: Page[] = [];
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());
    afterEach(async () => {
      const all = opened.splice(0);
      await Promise.all(all.map((one) => one.close()));
      free.push(...all.map((one) => one.page));
      expect(all.flatMap((one) => one.complaints)).toEqual([]);
    });
    tests(async (kind, more = {}) => {
      const one = await openInspector(free.pop() ?? (await browser.newPage()), { kind, ...more });
      opened.push(one);
      return one;
    });
  });
}
