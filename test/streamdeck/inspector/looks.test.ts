import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../streamdeck/src/language.ts';
import { contrast, luminance } from '../../../streamdeck/inspector/theme.ts';
import { inspecting } from './suite.ts';

const css = readFileSync('streamdeck/org.clean-exit.keys.sdPlugin/ui/inspector.css', 'utf8');

/** The colours of a theme, by their name in inspector.css. */
function colours(selector: string): Readonly<Record<string, number>> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf('}', from));
  const found = [...block.matchAll(/--(\w+): (#\w{6});/g)];
  return Object.fromEntries(found.map(([, name = '', hex = '']) => [name, luminance(hex) ?? 0]));
}

describe.each([':root', ":root[data-theme='light']"])('the colours of %s', (selector) => {
  const { ground = 0, field = 0, ink = 0, quiet = 0, link = 0, ...shapes } = colours(selector);
  const { rule: _onlyDivides, ...seen } = shapes;

  it('let every text be read (AA)', () => {
    const pairs = [ink, quiet, link].flatMap((text) => [
      contrast(text, ground),
      contrast(text, field),
    ]);
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(4.5);
  });

  it('let every shape and frame be seen (AA)', () => {
    expect(Object.keys(seen).length).toBeGreaterThan(5);
    const faint = Object.entries(seen).filter(([, colour]) => contrast(colour, ground) < 3);
    expect(faint).toEqual([]);
  });
});

describe('contrast', () => {
  it('is counted as WCAG does', () => {
    const [black, white, grey] = ['#000000', '#FFFFFFFF', '#767676'].map(luminance);
    expect(contrast(black ?? 1, white ?? 1)).toBeCloseTo(21, 5);
    expect(contrast(grey ?? 1, white ?? 1)).toBeCloseTo(4.54, 2);
    expect(['', 'red', '#12', '#xyzxyz'].map(luminance)).toEqual(Array(4).fill(undefined));
  });
});

inspecting('the looks of the inspector', (open) => {
  it('are dark or light as the host is painted, whatever the person has elsewhere', async () => {
    const dark = await open('status', { colors: { buttonPressedBackgroundColor: '#303030FF' } });
    const light = await open('status', { colors: { buttonPressedBackgroundColor: '#F0F0F0FF' } });
    for (const [one, theme] of [
      [dark, 'dark'],
      [light, 'light'],
    ] as const) {
      await one.page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
      await one.page.locator(`html[data-theme=${theme}]`).waitFor();
    }
  });

  it('follow the person where the host says nothing, at once', async () => {
    const { page } = await open('status', { colors: { highlightColor: 'none' } });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('html[data-theme=light]').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme=dark]').waitFor();
  });

  it('take an accent of the host only where it can be seen', async () => {
    const colors = { buttonPressedBackgroundColor: '#303030FF', highlightColor: '#F7821BFF' };
    const { page } = await open('status', { colors });
    const accent = (): Promise<string> =>
      page.evaluate(() => document.documentElement.style.getPropertyValue('--accent'));
    expect(await accent()).toBe('#F7821B');
    const faint = await open('status', { colors: { ...colors, highlightColor: '#101010FF' } });
    expect(await faint.page.locator('html').getAttribute('style')).toBeFalsy();
  });

  it.each(LANGUAGES)('have room in 300 pixels in %s', async (language) => {
    const { page, site, tell } = await open('purge-cache', { language, width: 300 });
    await site.hear('getSettings');
    tell({ unseen: [{ what: 'cache', why: 'too-many' }], platform: 'macos' });
    await page.locator('#unseen li').waitFor();
    const tooWide = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth)
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(tooWide).toEqual([]);
  });
});
