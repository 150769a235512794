// Bundles the command line and the practice client: `node scripts/build.mjs [clean-exit] [practice]`.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const began = performance.now();

/** What both have in common. Nothing is written by esbuild, so that no file is ever seen half written. */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  legalComments: 'eof',
  logLevel: 'warning',
  metafile: true,
  outExtension: { '.js': '.mjs' },
  outdir: dist,
  platform: 'node',
  target: 'node20',
  write: false,
};

const products = {
  'clean-exit': {
    entry: 'shared/cli/main.ts',
    chunkNames: 'chunks/[name]-[hash]',
    external: ['koffi'],
    splitting: true,
  },
  practice: { entry: 'shared/practice/programs/main.ts', external: [] },
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

const prelude = (text) =>
  COMMONJS.filter(([sign]) => text.includes(sign))
    .map(([, line]) => `${line}\n`)
    .join('');

function write({ path: file, text }) {
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = text.replace(/^(#!.*\n)?/, (line) => line + prelude(text));
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, lines, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  renameSync(draft, file);
  return lines.length;
}

/** The practice client runs from a temporary folder, where anybody could lay a module for it to find. */
function refuseForeign(name, outputs, allowed) {
  const foreign = Object.values(outputs)
    .flatMap((output) => output.imports)
    .filter(({ external, path: from }) => external && !allowed.includes(from))
    .map(({ path: from }) => from)
    .filter((from) => !from.startsWith('node:') && !builtinModules.includes(from));
  if (foreign.length > 0) throw new Error(`${name} would need ${[...new Set(foreign)].join(', ')}`);
}

async function make(name, { entry, ...options }) {
  if (!existsSync(path.join(root, entry))) return `${name} (nothing to build)`;
  const made = await build({ ...common, ...options, entryPoints: { [name]: entry } });
  refuseForeign(name, made.metafile.outputs, options.external);
  const bytes = made.outputFiles.map(write).reduce((sum, size) => sum + size, 0);
  const chunks = path.join(dist, 'chunks');
  if (options.splitting && existsSync(chunks)) {
    const kept = new Set(made.outputFiles.map((file) => path.basename(file.path)));
    for (const old of readdirSync(chunks)) if (!kept.has(old)) rmSync(path.join(chunks, old));
  }
  return `${name}.mjs ${Math.round(bytes / 1024)} kB`;
}

const wanted = process.argv.slice(2);
const names = Object.keys(products).filter((name) => wanted.length === 0 || wanted.includes(name));
const said = await Promise.all(names.map((name) => make(name, products[name])));
console.log(`dist: ${said.join(', ')}; ${Math.round(performance.now() - began)} ms`);
