// Makes dist/<uuid>.sdPlugin: the checked-in folder, the program and the inspector's script.
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export const UUID = 'org.clean-exit.keys';
const SOURCE = `streamdeck/${UUID}.sdPlugin`;

/** Packages that most of the time nobody needs: files of their own beside the program. */
const LATER = { '@jellybrick/dbus-next': 'dbus', x11: 'x11', zod: 'zod' };

const common = {
  bundle: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  minify: true,
  write: false,
};
const forNode = { ...common, platform: 'node', target: 'node20', format: 'cjs', charset: 'ascii' };

const later = {
  name: 'later',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ path: name }) =>
      name in LATER ? { path: `./${LATER[name]}.cjs`, external: true } : undefined,
    );
  },
};

/** Elgato's helpers bring lists and remote calls that nothing here uses, and zod with them: left out. */
const lean = {
  name: 'lean',
  setup: (all) => {
    all.onResolve({ filter: /^@elgato\/utils/ }, async ({ path: name, resolveDir, pluginData }) => {
      if (pluginData === 'lean') return undefined;
      const found = await all.resolve(name, {
        kind: 'import-statement',
        resolveDir,
        pluginData: 'lean',
      });
      return { ...found, sideEffects: false };
    });
    // zod speaks some forty languages; the log is English.
    all.onResolve({ filter: /locales\/index\.js$/ }, ({ importer }) =>
      importer.includes('/zod/') ? { path: 'nothing', namespace: 'lean' } : undefined,
    );
    all.onLoad({ filter: /./, namespace: 'lean' }, () => ({ contents: 'export {}' }));
  },
};

const exported = (name) =>
  name === 'zod'
    ? `export { z } from 'zod';`
    : `const all = require('${name}');
module.exports = typeof all.default === 'function' ? Object.assign(all.default, all) : all;`;

/** Builds the plugin's folder; answers what it weighs. Never seen half made: it is renamed into place. */
export async function makeStreamDeck(root, dist) {
  const folder = path.join(dist, `${UUID}.sdPlugin`);
  const draft = `${folder}.${process.pid}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(path.join(root, SOURCE), draft, { recursive: true });
  mkdirSync(path.join(draft, 'bin'), { recursive: true });
  const at = { absWorkingDir: root };
  const program = build({
    ...forNode,
    ...at,
    entryPoints: ['streamdeck/src/main.ts'],
    external: ['koffi'],
    plugins: [later, lean],
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'fileUrl' },
    banner: { js: `const fileUrl = require('node:url').pathToFileURL(__filename).href;` },
    outfile: 'plugin.cjs',
  });
  const worker = build({
    ...forNode,
    ...at,
    entryPoints: ['shared/machine/files/worker.ts'],
    outfile: 'worker.cjs',
  });
  const inspector = build({
    ...common,
    ...at,
    entryPoints: ['streamdeck/inspector/main.ts'],
    format: 'iife',
    target: 'chrome122',
    outfile: 'inspector.js',
  });
  const libraries = Object.entries(LATER).map(async ([name, file]) => {
    const stdin = { contents: exported(name), resolveDir: root };
    const made = await build({ ...forNode, ...at, stdin, outfile: `${file}.cjs`, plugins: [lean] });
    writeFileSync(path.join(draft, 'bin', `${file}.cjs`), made.outputFiles[0].contents);
  });
  const [main, hand, page] = await Promise.all([program, worker, inspector, ...libraries]);
  writeFileSync(path.join(draft, 'bin/plugin.cjs'), main.outputFiles[0].contents);
  writeFileSync(path.join(draft, 'bin/worker.cjs'), hand.outputFiles[0].contents);
  writeFileSync(path.join(draft, 'ui/inspector.js'), page.outputFiles[0].contents);
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return `streamdeck ${Math.round(main.outputFiles[0].contents.length / 1024)} kB`;
}
