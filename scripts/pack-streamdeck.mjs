// npm run pack:streamdeck [-- FOLDER]: the installable plugin, in dist/ or in another folder. The same for the same
// sources, and checked by Elgato's tool.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { archive, filesBelow } from './archive.mjs';
import { makeReady, run, TOP } from './ready.mjs';

await makeReady({ quiet: true });
const { makeStreamDeck, UUID } = await import('./build-streamdeck.mjs');
const into = path.resolve(process.argv[2] ?? path.join(TOP, 'dist'));
await makeStreamDeck(TOP, into);
const folder = `${UUID}.sdPlugin`;
const files = filesBelow(path.join(into, folder), (name) => name.startsWith('logs/'));
const packed = archive(
  Object.fromEntries(Object.entries(files).map(([name, data]) => [`${folder}/${name}`, data])),
);
check(packed);
const file = path.join(into, `${UUID}.streamDeckPlugin`);
writeFileSync(file, packed);
const sum = createHash('sha256').update(packed).digest('hex');
console.log(`${path.relative(TOP, file)}: ${Math.round(packed.length / 1000)} kB, sha256 ${sum}`);

/** What comes out of the archive is what Elgato's tool sees; it ends us where it finds a fault. */
function check(data) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-pack-'));
  process.on('exit', () => rmSync(place, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(unzipSync(data))) {
    const to = path.join(place, name);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  const tool = path.join(TOP, 'node_modules/@elgato/cli/bin/streamdeck.mjs');
  run(process.execPath, [tool, 'validate', path.join(place, folder), '--no-update-check']);
}
