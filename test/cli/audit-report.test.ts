import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { week } from '../audit/week.ts';
import { needs, titled } from '../desk/missing.ts';
import { foundByAxe } from '../streamdeck/axe.ts';
import { inChromium, launch, missing } from '../streamdeck/chromium.ts';
import { newHome, tidyHomes } from './home.ts';

tidyHomes();

const HOSTILE = '<img src=x onerror=alert(1)>"\'&amp;</td></table><script>alert(2)</script>';

describe.skipIf(missing)(inChromium('the report for an auditor'), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** A log of a week with its newest checkpoint, and the page that the command line writes of it. */
  const written = async (lang: 'en' | 'zh', log = week()) => {
    const home = newHome({ TZ: 'Asia/Shanghai' });
    const folder = path.join(home.folder, 'audit');
    mkdirSync(path.join(folder, 'checkpoints'), { recursive: true });
    writeFileSync(path.join(folder, 'log-000000000000.jsonl'), log.bytes);
    const note = log.checkpoint();
    writeFileSync(path.join(folder, 'checkpoints', '000000000014.checkpoint'), note);
    const file = path.join(home.folder, `${lang}.html`);
    const said = await home.run('audit', 'report', folder, '--lang', lang, '--out', file);
    return { home, folder, note, file, said };
  };
  const opened = async (file: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    return page;
  };

  it.each(['en', 'zh'] as const)(
    'opens in Chromium (%s), asks for nothing, and axe finds nothing on it, light and dark, wide and narrow',
    async (lang) => {
      const { said, file } = await written(lang);
      expect(said).toMatchObject({ code: 0, err: '' });
      const page = await browser.newPage();
      const asked: string[] = [];
      const faults: string[] = [];
      page.on('request', (request) => void asked.push(request.url()));
      page.on('console', (message) => void faults.push(message.text()));
      page.on('pageerror', (error) => void faults.push(error.message));
      await page.goto(pathToFileURL(file).href);
      expect(asked).toEqual([pathToFileURL(file).href]);
      expect(faults).toEqual([]);
      expect(await page.getAttribute('html', 'lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
      // axe is a script, which the page itself forbids.
      const content = readFileSync(file, 'utf8').replace(/<meta http-equiv[^>]*>/, '');
      const bare = await browser.newPage();
      await bare.setContent(content);
      for (const theme of ['light', 'dark'] as const)
        for (const width of [1_280, 390]) {
          await bare.emulateMedia({ colorScheme: theme });
          await bare.setViewportSize({ width, height: 900 });
          expect(await foundByAxe(bare)).toEqual([]);
        }
      await Promise.all([page.close(), bare.close()]);
    },
  );
});
