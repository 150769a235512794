import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { face, strip } from '../../../streamdeck/src/face.ts';
import { titled } from '../../desk/missing.ts';
import { launch, missing as missingChromium } from '../chromium.ts';
import { cells, difference } from './compare.ts';
import { byChromium, byQt, type Grid, missingQt } from './drawn.ts';
import { views } from './views.ts';

const missing = missingChromium ?? missingQt;
/** Each of the two has its own idea of what comes near to Arial. */
const inOneFont = (document: string): string =>
  document.replace(/font-family="[^"]*"/, 'font-family="Noto Sans CJK SC"');
const withoutTexts = (document: string): string => document.replace(/<text.*?<\/text>/g, '');
const label = (document: string): string => /aria-label="([^"]*)"/.exec(document)?.[1] ?? '';

const SIZES = [
  ['a key of 144 pixels', face, 144, 144],
  ['a key of 72 pixels', face, 72, 72],
  ['a part of the touch strip', strip, 200, 100],
] as const;

describe.skipIf(missing !== undefined)(
  titled('QtSvg and Chromium draw the same faces', missing),
  () => {
    let browser: Browser;
    const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-faces-'));
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** What is wrong with each document, said by its label; letters may differ more than shapes. */
    async function faults(grid: Grid): Promise<readonly string[]> {
      const [qt, chromium] = [byQt(grid, folder), await byChromium(grid, browser)];
      expect([qt.width, qt.height]).toEqual([chromium.width, chromium.height]);
      return cells(grid).flatMap((cell, at) => {
        const document = grid.documents[at] ?? '';
        const { mean, cover, black, bare } = difference(qt, chromium, cell);
        const [far, share] = document.includes('<text') ? [10, 0.02] : [1.8, 0.012];
        const isGood = mean < far && Math.abs(cover) < share && black === 0 && bare === 0;
        return isGood
          ? []
          : [`${label(document)}: ${JSON.stringify({ mean, cover, black, bare })}`];
      });
    }

    it.each(SIZES)(
      'as %s, in its shapes and in all that is written',
      async (_, draw, ...size) => {
        const [width, height] = size;
        const written = views.map((shown) => inOneFont(draw(...shown)));
        const documents = [...written.map(withoutTexts), ...written];
        expect(await faults({ documents, columns: 16, width, height })).toEqual([]);
      },
      90_000,
    );

    it('and what QtSvg cannot draw would be found', async () => {
      const good = face('status', { sign: 'gone', word: 'gone', name: '' });
      const documents = [
        good.replaceAll('#34C77B', 'rgba(52,199,123,1)'),
        good.replace('<rect', '<rect mask="url(#none)"').replaceAll('#14171C', '#14171CFF'),
        good.replace(
          '</svg>',
          '<svg x="20" y="20"><rect width="99" height="99" fill="#FF0000"/></svg></svg>',
        ),
      ];
      const grid: Grid = { documents, columns: 3, width: 144, height: 144 };
      expect(await faults(grid)).toHaveLength(3);
    });
  },
);
