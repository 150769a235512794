// Makes dist/deck.mjs, the host and server of the virtual deck, and dist/desk/, its page.
import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** @satisfies {import('esbuild').BuildOptions} */
const common = { bundle: true, logLevel: 'warning', write: false, charset: 'utf8' };

export async function makeDesk(root, dist) {
  const folder = path.join(dist, 'desk');
  mkdirSync(folder, { recursive: true });
  const at = { absWorkingDir: root };
  const [program, page] = await Promise.all([
    build({
      ...common,
      ...at,
      entryPoints: ['streamdeck/desk/main.ts'],
      outfile: 'deck.mjs',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
    }),
    build({
      ...common,
      ...at,
      entryPoints: ['streamdeck/desk/page/main.ts'],
      outfile: 'page.js',
      format: 'esm',
      target: 'es2022',
      minify: true,
    }),
  ]);
  write(path.join(dist, 'deck.mjs'), program.outputFiles[0].contents);
  write(path.join(folder, 'page.js'), page.outputFiles[0].contents);
  for (const name of ['index.html', 'page.css'])
    copyFileSync(path.join(root, 'streamdeck/desk/page', name), path.join(folder, name));
  return `desk ${Math.round(page.outputFiles[0].contents.length / 1024)} kB`;
}

/** Never seen half written. */
function write(file, contents) {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, contents);
  renameSync(draft, file);
}
