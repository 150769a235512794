import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
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

  it('never obeys a name in the log, and says that a log was edited', async () => {
    const log = week(HOSTILE, HOSTILE);
    const { said, file } = await written('en', log);
    expect(said.code).toBe(0);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.locator('.requests tbody tr').first().locator('b').textContent()).toBe(
      HOSTILE,
    );
    await page.close();
    const edited = week();
    edited.lines[3] = edited.lines[3]?.replace('force', 'exits') ?? '';
    const again = await written('en', edited);
    expect(again.said.code).toBe(1);
    const told = readFileSync(again.file, 'utf8');
    expect(told).toContain('Entry 3 was edited');
    // All but the first request are behind the bad line.
    expect(told.match(/not verified/g)).toHaveLength(6);
  });

  const tools = needs('pdftotext', 'zbarimg');
  it.skipIf(tools).each(['en', 'zh'] as const)(
    titled('is printed (%s) with numbered pages, each with the checkpoint as QR code', tools),
    async (lang) => {
      const { home, note, file } = await written(lang);
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      const pdf = path.join(home.folder, 'report.pdf');
      await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
      await page.close();
      const pages = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })
        .split('\f')
        // A line ends wherever its column does.
        .map((text) => text.normalize('NFKC').replace(/\s+/g, ''))
        .filter((text) => text !== '');
      expect(pages.length).toBeGreaterThan(1);
      pages.forEach((text, at) => {
        const [n, of] = [at + 1, pages.length];
        expect(text).toContain(lang === 'zh' ? `第${n}页,共${of}页` : `Page${n}of${of}`);
      });
      const whole = pages.join('\n');
      const said =
        lang === 'zh'
          ? ['审计报告', '日志完整', '请求明细', '被中断', '没有结果', '微信', '法务保全']
          : ['Audit report', 'The log is intact', 'Interruptions', 'no outcome', 'WeChat', 'hold'];
      for (const one of said) expect(whole).toContain(one.replaceAll(' ', ''));
      execFileSync('pdftoppm', [
        '-r',
        '200',
        '-gray',
        '-png',
        pdf,
        path.join(home.folder, 'sheet'),
      ]);
      const sheets = readdirSync(home.folder).filter((name) => name.endsWith('.png'));
      expect(sheets).toHaveLength(pages.length);
      for (const sheet of sheets) {
        const codes = execFileSync('zbarimg', ['-q', '--raw', path.join(home.folder, sheet)], {
          ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
        });
        expect(codes).toBe(`${note}\n`);
      }
    },
  );
});
