import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { dataUri } from '../../../streamdeck/src/face.ts';
import { needs } from '../../desk/missing.ts';

const QT = '/usr/lib/python3/dist-packages/PyQt5/QtSvg.abi3.so';
const CJK = '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc';

/** Undefined where QtSvg and a Chinese font are here, else how to get them. */
export const missingQt =
  needs('python') ??
  (existsSync(QT) ? undefined : 'needs QtSvg: apt-get install python3-pyqt5.qtsvg') ??
  (existsSync(CJK) ? undefined : 'needs a Chinese font: apt-get install fonts-noto-cjk');

/** How documents lie side by side in one picture. */
export interface Grid {
  readonly documents: readonly string[];
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/** A grid as the Stream Deck app draws it. */
export function byQt(grid: Grid, folder: string): PNG {
  const file = path.join(folder, 'qt.png');
  execFileSync('/usr/bin/python3', [path.join(import.meta.dirname, 'qt.py')], {
    input: JSON.stringify({ ...grid, file }),
    env: { PATH: '/usr/bin', HOME: folder, XDG_RUNTIME_DIR: folder, QT_QPA_PLATFORM: 'offscreen' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  return PNG.sync.read(readFileSync(file));
}

/** The same as a browser draws it. */
export async function byChromium(grid: Grid, browser: Browser): Promise<PNG> {
  const { documents, columns, width, height } = grid;
  const rows = Math.ceil(documents.length / columns);
  const page = await browser.newPage({
    viewport: { width: columns * width, height: rows * height },
  });
  try {
    const images = documents.map(
      (one) => `<img width="${width}" height="${height}" src="${dataUri(one)}">`,
    );
    await page.setContent(
      `<body style="margin:0;background:#FF00FF;display:grid;grid-template-columns:repeat(${columns},${width}px)">${images.join('')}</body>`,
    );
    return PNG.sync.read(await page.screenshot());
  } finally {
    await page.close();
  }
}
