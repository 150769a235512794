// Draws raycast/metadata/*.png for the store: the component trees of the built commands in a launcher's look.
// `node scripts/raycast-pictures.mjs`; needs Debian's chromium and fonts-noto-cjk.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { listPage, menuPage } from '../assets/launcher/page.mjs';
import { makeReady, TOP } from './ready.mjs';

await makeReady();
process.chdir(TOP);
const to = path.join(TOP, 'raycast/metadata');
mkdirSync(to, { recursive: true });
const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-pictures-'));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const size = { width: 1000, height: 625 };
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2 });
  for (const [at, scene] of (await scenes()).entries()) {
    await page.setContent(drawn(scene));
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: path.join(to, `clean-exit-${at + 1}.png`) });
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
// A view that is open looks again and again.
process.exit(0);

function drawn({ kind, view, command, selected }) {
  const icon = readFileSync(path.join(TOP, 'raycast/assets/icon.png')).toString('base64');
  const bar = `data:image/png;base64,${icon}`;
  return kind === 'menu' ? menuPage(view) : listPage(view, { command, selected, bar });
}

/** What the commands render, on a Mac of one value. */
async function scenes() {
  const outfile = path.join(TOP, 'dist', 'scenes.mjs');
  await build({
    absWorkingDir: TOP,
    entryPoints: ['test/raycast/scenes.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
    outfile,
  });
  const made = await import(outfile);
  rmSync(outfile);
  return made.scenes(folder);
}
