// npm run pack:streamdeck: dist/<uuid>.streamDeckPlugin, the same for the same sources, checked by Elgato's tool.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { archive, filesBelow } from './archive.mjs';
import { UUID } from './build-streamdeck.mjs';
import { makeReady, run, TOP } from './ready.mjs';

makeReady();
run(process.execPath, ['scripts/build.mjs', 'streamdeck'], { quiet: true });
const folder = `${UUID}.sdPlugin`;
const files = filesBelow(path.join(TOP, 'dist', folder), (name) => name.startsWith('logs/'));
const packed = archive(
  Object.fromEntries(Object.entries(files).map(([name, data]) => [`${folder}/${name}`, data])),
);
check(packed);
const file = path.join('dist', `${UUID}.streamDeckPlugin`);
writeFileSync(path.join(TOP, file), packed);
const sum = createHash('sha256').update(packed).digest('hex');
console.log(`${file}: ${Math.round(packed.length / 1000)} kB, sha256 ${sum}`);

/** What comes out of the archive is what Elgato's tool sees; it ends us where it finds a fault. */
function check(data) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-pack-'));
  try {
    for (const [name, content] of Object.entries(unzipSync(data))) {
      const to = path.join(place, name);
      mkdirSync(path.dirname(to), { recursive: true });
      writeFileSync(to, content);
    }
    const tool = path.join(TOP, 'node_modules/@elgato/cli/bin/streamdeck.mjs');
    run(process.execPath, [tool, 'validate', path.join(place, folder), '--no-update-check']);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
