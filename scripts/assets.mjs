// Draws the pictures of the Stream Deck plugin and of the Raycast extension: `node scripts/assets.mjs`.
// `--list` writes nothing and says what assets/made.json should be, for which no font is needed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { PNG } from 'pngjs';
import { HEIGHT, sheet, WIDTH } from '../assets/keys.mjs';
import { pictures } from '../assets/pictures.mjs';
import { signs } from '../assets/signs.mjs';
import { imported } from './imported.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const IMGS = 'streamdeck/org.clean-exit.keys.sdPlugin/imgs';
const SHOP = 'assets/marketplace';
const LAUNCHER = 'raycast/assets';
const MADE = 'assets/made.json';
const ALIKE = 'docs/key-pictures.md';

/** The ground of the icon, and the one that is seen on a dark window. */
const [GROUND, ON_DARK] = ['#14171C', '#2A303A'];
const FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc';

/** Until the plugin has looked they show their silhouettes, and nothing that would have to be known. */
const ACTIONS = ['safe-exit', 'force-exit', 'purge-cache', 'status', 'hide', 'dial'];
const UNSEEN = { sign: 'looking', word: '', name: '' };

const source = (name) => readFileSync(path.join(root, 'assets/icons', `${name}.svg`), 'utf8');

/** The silhouette of an action as the list of actions shows it: white lines on nothing. */
const icon = ({ body, lines, inside }) =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20">' +
  '<g transform="translate(10 10) scale(0.19)" fill="none" stroke="#FFFFFF" stroke-linecap="round" stroke-linejoin="round" stroke-width="8">' +
  `<path d="${body}${lines}${inside}"/></g></svg>\n`;

const drawings = await draw();
const made = JSON.stringify(Object.fromEntries(drawings.map(entry)), null, 2) + '\n';
if (process.argv.includes('--list')) process.stdout.write(made);
else await write();

/**
 * @typedef {{ file: string, svg: string, width?: number, height?: number }} Drawing
 * Everything as SVG; with a width where a PNG is made of it.
 * @returns {Promise<Drawing[]>}
 */
async function draw() {
  const { face } = await imported(root, 'streamdeck/src/face.ts');
  const { SILHOUETTES } = await imported(root, 'streamdeck/src/face/silhouettes.ts');
  const sign = source('plugin');
  const shop = Object.entries(pictures(face, sign));
  return [
    { file: `${IMGS}/plugin.png`, svg: sign, width: 256, height: 256 },
    { file: `${IMGS}/plugin@2x.png`, svg: sign, width: 512, height: 512 },
    { file: `${IMGS}/category.svg`, svg: source('category') },
    ...ACTIONS.flatMap((action) => [
      { file: `${IMGS}/actions/${action}/icon.svg`, svg: icon(SILHOUETTES[action]) },
      { file: `${IMGS}/actions/${action}/key.svg`, svg: face(action, UNSEEN) + '\n' },
    ]),
    { file: `${LAUNCHER}/icon.png`, svg: sign, width: 512, height: 512 },
    {
      ...{ file: `${LAUNCHER}/icon@dark.png`, svg: sign.replaceAll(GROUND, ON_DARK) },
      ...{ width: 512, height: 512 },
    },
    ...signs().map(([name, svg]) => ({ file: `${LAUNCHER}/${name}.svg`, svg })),
    { file: 'docs/key-pictures.png', svg: sheet(face), width: WIDTH, height: HEIGHT },
    { file: `${SHOP}/icon-288.png`, svg: sign, width: 288, height: 288 },
    ...shop.map(([name, svg]) => ({ file: `${SHOP}/${name}.png`, svg, width: 1920, height: 960 })),
  ];
}

/**
 * @param {Drawing} drawing
 * @returns {[file: string, made: { sha256: string, width?: number, height?: number }]}
 */
function entry({ file, svg, width, height }) {
  const sha256 = createHash('sha256').update(svg).digest('hex');
  return [file, width === undefined ? { sha256 } : { sha256, width, height }];
}

async function write() {
  const before = existsSync(path.join(root, MADE))
    ? JSON.parse(readFileSync(path.join(root, MADE), 'utf8'))
    : {};
  for (const drawing of drawings) {
    const [file, { sha256 }] = entry(drawing);
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    if (drawing.width === undefined) writeFileSync(place, drawing.svg);
    // Fonts differ between computers, so a picture is drawn anew only where its drawing has changed.
    else if (before[file]?.sha256 !== sha256 || !existsSync(place))
      writeFileSync(place, await png(drawing));
  }
  writeFileSync(path.join(root, MADE), made);
  await measure();
  console.log(`assets: ${drawings.length} files`);
}

/** How alike the pictures of the keys are, as their test measures it. */
async function measure() {
  // In the project, so that what it imports is found.
  const outfile = path.join(root, 'dist/key-table.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/streamdeck/faces/table.ts'],
    ...{ bundle: true, format: 'esm', platform: 'node', packages: 'external', outfile },
  });
  try {
    const { measured } = await import(pathToFileURL(outfile).href);
    const page = path.join(root, ALIKE);
    writeFileSync(page, measured(readFileSync(page, 'utf8')));
  } finally {
    rmSync(outfile);
  }
}

/** @param {Drawing} drawing */
async function png({ svg, width = 0, height = 0 }) {
  const { Resvg } = await import('@resvg/resvg-js');
  if (svg.includes('<text') && !existsSync(FONT))
    throw new Error(`there is no font for the texts: apt-get install fonts-noto-cjk (${FONT})`);
  // One font alone, so that every computer draws the same.
  const family = 'Noto Sans CJK SC';
  const font = {
    ...{ loadSystemFonts: false, fontFiles: [FONT] },
    ...{ defaultFontFamily: family, sansSerifFamily: family },
  };
  const drawn = new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render();
  // Flat colours are smallest without a filter, and square pictures alone have clear corners.
  const colorType = width === height ? 6 : 2;
  return PNG.sync.write(PNG.sync.read(drawn.asPng()), {
    colorType,
    filterType: 0,
    deflateLevel: 9,
    deflateStrategy: 0,
  });
}
