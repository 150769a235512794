// Bundles what is shipped: `node scripts/build.mjs NAME…`, all without a name.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { LATER, library } from './libraries.mjs';
import { markMade, PRODUCTS } from './products.mjs';
import { keepCommit } from './ready.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const began = performance.now();

/** What both have in common. Nothing is written by esbuild, so that no file is ever seen half written. */
/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  legalComments: 'eof',
  logLevel: 'warning',
  metafile: true,
  platform: 'node',
  target: 'node20',
  write: false,
};

const later = {
  name: 'later',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /./ }, ({ path: name, importer }) => {
      if (name in LATER) return { path: `./lib/${LATER[name]}.cjs`, external: true };
      // It would start subcommands that are programs of their own; we have none, and loading that costs.
      if (name === 'node:child_process' && importer.includes('/commander/'))
        return { path: name, namespace: 'nothing' };
      return undefined;
    });
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};

/** One CommonJS file, because Node starts that fastest. */
/** @satisfies {import('esbuild').BuildOptions} */
const commandLine = {
  entryPoints: ['shared/cli/main.ts'],
  outfile: path.join(dist, 'clean-exit.cjs'),
  format: 'cjs',
  // ASCII alone, which bin/start.cjs reads faster.
  legalComments: 'none',
  charset: 'ascii',
  minify: true,
  plugins: [later],
  // `import()` becomes `require`, which is faster and sees all exports.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'fileUrl' },
  banner: { js: `const fileUrl = require('node:url').pathToFileURL(__filename).href;` },
};

/** Helps to remove many files. */
/** @satisfies {import('esbuild').BuildOptions} */
const worker = {
  entryPoints: ['shared/machine/files/worker.ts'],
  outfile: path.join(dist, 'worker.cjs'),
  format: 'cjs',
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
};

/** @satisfies {import('esbuild').BuildOptions} */
const practice = {
  entryPoints: ['shared/practice/programs/main.ts'],
  outfile: path.join(dist, 'practice.mjs'),
  format: 'esm',
  charset: 'utf8',
};

/** What CommonJS packages take for granted and an ES module does not have; only where one asks for it. */
const COMMONJS = [
  [
    'Dynamic require of',
    `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
  ],
  ['__filename', 'const __filename = import.meta.filename;'],
  ['__dirname', 'const __dirname = import.meta.dirname;'],
];

function write({ path: file, text }, format) {
  const prelude = format === 'esm' ? COMMONJS.filter(([sign]) => text.includes(sign)) : [];
  const lines = [...prelude.map(([, line]) => line), text].join('\n');
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, lines);
  renameSync(draft, file);
  return Math.round(lines.length / 1024);
}

/** The practice client runs from a temporary folder, where anybody could lay a module for it to find. */
function refuseForeign(outputs) {
  const foreign = Object.values(outputs)
    .flatMap((output) => output.imports)
    .map(({ path: from }) => from)
    .filter((from) => !from.startsWith('node:') && !builtinModules.includes(from));
  if (foreign.length > 0) throw new Error(`practice.mjs would need ${foreign.join(', ')}`);
}

async function makePractice() {
  const made = await build({ ...common, ...practice });
  refuseForeign(made.metafile.outputs);
  return `practice ${write(made.outputFiles[0], practice.format)} kB`;
}

async function makeCommandLine() {
  const libraries = Object.entries(LATER).map(async ([name, file]) =>
    write({ path: path.join(dist, 'lib', `${file}.cjs`), text: await library(root, name) }, 'cjs'),
  );
  const [made, hand] = await Promise.all([
    build({ ...common, ...commandLine }),
    build({ ...common, ...worker }),
    ...libraries,
  ]);
  write(hand.outputFiles[0], 'cjs');
  if (/[^\u0000-\u007f]/.test(made.outputFiles[0].text))
    throw new Error('clean-exit.cjs is not plain ASCII: write such characters in regexes as \\u…');
  // V8 takes a cache for any source of the same length, so the old one goes before the new source comes.
  rmSync(path.join(dist, 'clean-exit.cache'), { force: true });
  const size = write(made.outputFiles[0], commandLine.format);
  warm();
  writeManual();
  return `clean-exit ${size} kB`;
}

/** Runs `status` once in an empty home, for the compiled code that bin/clean-exit.cjs starts from. */
function warm() {
  const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-build-'));
  try {
    const nobody = 'unix:path=/nonexistent';
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      DBUS_SESSION_BUS_ADDRESS: nobody,
    };
    execFileSync(process.execPath, ['scripts/warm.cjs', 'status'], {
      cwd: root,
      env,
      stdio: 'ignore',
    });
  } catch {
    // `status` of a computer whose bus is not there is 1; without a cache the start is only slower.
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The manual pages, which the program itself prints; npm finds the English one by package.json. */
function writeManual() {
  for (const [lang, folder] of [
    ['en', 'man'],
    ['zh', 'man/zh_CN'],
  ]) {
    mkdirSync(path.join(dist, folder), { recursive: true });
    const env = { PATH: process.env.PATH, HOME: os.tmpdir() };
    const page = execFileSync(process.execPath, ['dist/clean-exit.cjs', 'man', '--lang', lang], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    write({ path: path.join(dist, folder, 'clean-exit.1'), text: page }, 'man');
  }
}

mkdirSync(path.join(dist, 'lib'), { recursive: true });
const products = {
  'clean-exit': makeCommandLine,
  practice: makePractice,
  // The plugin as the virtual deck on this computer needs it, and as it is shipped.
  plugin: async () => (await streamDeck()).makeStreamDeck(root, dist, { native: false }),
  streamdeck: async () => (await streamDeck()).makeStreamDeck(root, dist),
  desk: async () => (await import('./build-desk.mjs')).makeDesk(root, dist),
  raycast: async () => (await import('./build-raycast.mjs')).makeRaycast(root, dist),
};
const streamDeck = () => import('./build-streamdeck.mjs');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PRODUCTS));
if (unknown.length > 0)
  throw new Error(`no product ${unknown.join(', ')}: ${Object.keys(PRODUCTS).join(', ')}`);
const wanted = asked.length > 0 ? asked : Object.keys(products).filter((name) => name !== 'plugin');
const start = new Date();
const said = await Promise.all(
  wanted.map(async (name) => {
    const line = await products[name]();
    markMade(root, name, start);
    return line;
  }),
);
keepCommit();
console.log(`dist: ${said.join(', ')}; ${Math.round(performance.now() - began)} ms`);
