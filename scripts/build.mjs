// Bundles the command line and the practice client: `node scripts/build.mjs [clean-exit] [practice]`.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const began = performance.now();

/** Heavy packages that most commands never need: files of their own, loaded when they are. */
const LATER = {
  '@jellybrick/dbus-next': 'dbus',
  'log-update': 'log-update',
  x11: 'x11',
  zod: 'zod',
};

/** What both have in common. Nothing is written by esbuild, so that no file is ever seen half written. */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  legalComments: 'eof',
  logLevel: 'warning',
  metafile: true,
  platform: 'node',
  target: 'node20',
  write: false,
};

const later = {
  name: 'later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ path: name }) =>
      name in LATER ? { path: `./lib/${LATER[name]}.cjs`, external: true } : undefined,
    ),
};

/** CommonJS, because Node starts it faster, and one file, because each further one costs as well. */
const commandLine = {
  entryPoints: ['shared/cli/main.ts'],
  outfile: path.join(dist, 'clean-exit.cjs'),
  format: 'cjs',
  external: ['koffi'],
  plugins: [later],
  // `import()` becomes `require`, which is faster and sees all exports.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'fileUrl' },
  banner: { js: `const fileUrl = require('node:url').pathToFileURL(__filename).href;` },
};

const library = ([name, file]) => ({
  // CommonJS has one export: a default function with all others on it, else all as they are.
  stdin: {
    contents: `const all = require('${name}');
module.exports = typeof all.default === 'function' ? Object.assign(all.default, all) : all;`,
    resolveDir: root,
  },
  outfile: path.join(dist, 'lib', `${file}.cjs`),
  format: 'cjs',
});

const practice = {
  entryPoints: ['shared/practice/programs/main.ts'],
  outfile: path.join(dist, 'practice.mjs'),
  format: 'esm',
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
  mkdirSync(path.dirname(file), { recursive: true });
  const prelude = format === 'esm' ? COMMONJS.filter(([sign]) => text.includes(sign)) : [];
  const lines = [...prelude.map(([, line]) => line), text].join('\n');
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, lines);
  renameSync(draft, file);
  return lines.length;
}

/** The practice client runs from a temporary folder, where anybody could lay a module for it to find. */
function refuseForeign(outputs) {
  const foreign = Object.values(outputs)
    .flatMap((output) => output.imports)
    .map(({ path: from }) => from)
    .filter((from) => !from.startsWith('node:') && !builtinModules.includes(from));
  if (foreign.length > 0) throw new Error(`practice.mjs would need ${foreign.join(', ')}`);
}

async function make(options) {
  const made = await build({ ...common, ...options });
  if (options === practice) refuseForeign(made.metafile.outputs);
  return made.outputFiles.map((file) => write(file, options.format)).reduce((a, b) => a + b, 0);
}

const products = {
  'clean-exit': [commandLine, ...Object.entries(LATER).map(library)],
  practice: [practice],
};
const wanted = process.argv.slice(2);
const said = await Promise.all(
  Object.entries(products)
    .filter(([name]) => wanted.length === 0 || wanted.includes(name))
    .map(async ([name, parts]) => {
      const [own = 0, ...rest] = await Promise.all(parts.map(make));
      const more = rest.reduce((a, b) => a + b, 0);
      return `${name} ${Math.round(own / 1024)} kB${more ? ` + ${Math.round(more / 1024)} kB` : ''}`;
    }),
);
console.log(`dist: ${said.join(', ')}; ${Math.round(performance.now() - began)} ms`);
