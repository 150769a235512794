import { existsSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { PNG } from 'pngjs';

const FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc';
const FAMILY = 'Noto Sans CJK SC';

/** Undefined where the font is here that the pictures of the project are drawn with, else how to get it. */
export const missingFont = existsSync(FONT)
  ? undefined
  : 'needs a Chinese font: apt-get install fonts-noto-cjk';

export interface Sheet {
  /** Red, green, blue and alpha of each pixel. */
  readonly data: Buffer;
  /** How many pixels a row has. */
  readonly stride: number;
  /** Where each key begins, in px. */
  readonly places: readonly (readonly [x: number, y: number])[];
}

const COLUMNS = 16;

/** Keys beside each other on one picture, `side` px each, so that the font is read once. */
export function sheet(documents: readonly string[], side: number): Sheet {
  const places = documents.map(
    (_, at) => [(at % COLUMNS) * side, Math.floor(at / COLUMNS) * side] as const,
  );
  const inner = documents.map((document, at) => {
    const [x, y] = places[at] ?? [0, 0];
    // Looking for a font that is not there takes longer than all else.
    const inOneFont = document.replace(/font-family="[^"]*"/, `font-family="${FAMILY}"`);
    return `<g transform="translate(${x} ${y}) scale(${side / 144})">${inOneFont}</g>`;
  });
  const [width, height] = [COLUMNS * side, Math.ceil(documents.length / COLUMNS) * side];
  const drawn = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner.join('')}</svg>`,
    {
      font: {
        ...{ loadSystemFonts: false, fontFiles: [FONT] },
        ...{ defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
      },
    },
  ).render();
  return { data: PNG.sync.read(drawn.asPng()).data, stride: width, places };
}
