// Draws test/pictures/deck*.png: the virtual deck with a practice client, as Chromium shows it.
// `node scripts/deck-picture.mjs`; needs Debian's chromium and fonts-noto-cjk.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { makeReady, TOP } from './ready.mjs';

const SIZE = { width: 1280, height: 800 };
const to = (name) => path.join(TOP, 'test/pictures', `${name}.png`);

await makeReady();
mkdirSync(path.join(TOP, 'test/pictures'), { recursive: true });
const deck = spawn(process.execPath, ['scripts/deck.mjs'], {
  cwd: TOP,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' },
});
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const address = await addressOf(deck);
  await draw(address, 'en-US', 'dark', '');
  await draw(address, 'zh-CN', 'light', '.zh');
} finally {
  await browser.close();
  deck.kill('SIGTERM');
}

async function draw(address, locale, colorScheme, suffix) {
  const page = await browser.newPage({ viewport: SIZE, locale, colorScheme, deviceScaleFactor: 1 });
  await page.goto(address);
  const key = (slot) => page.locator(`[data-part="key"][data-slot="${slot}"]`);
  const says = (slot, text) =>
    page.locator(`[data-part="key"][data-slot="${slot}"][aria-label*="${text}"]`).waitFor();
  // The page and its keys speak the language of the browser.
  await page.locator(`html[lang="${suffix ? 'zh-CN' : 'en'}"]`).waitFor();
  await key('key:0,0').locator('img').waitFor();
  // It begins with a polite one; when the second picture is drawn nobody is there any more.
  if (!suffix) await page.locator('button[aria-label*="Stop"]').first().click();
  const words = suffix ? ['在托盘', '退出中', '已退净'] : ['in tray', 'leaving', 'gone'];
  await page
    .locator('[data-temper="slow"] button, button[aria-label*="Slow"], button[aria-label*="慢"]')
    .first()
    .click();
  await says('key:0,0', words[0]);
  await key('key:0,0').click();
  await says('key:0,0', words[1]);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: to(`deck-leaving${suffix}`) });
  await says('key:0,0', words[2]);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: to(`deck${suffix}`) });
  await page.close();
}

/** The first line says it. */
async function addressOf({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const [found] = /http:\S+/.exec(line) ?? [];
    if (found) return found;
  }
  throw new Error('the deck said no address');
}
