// Heavy packages that most of the time nobody needs: files of their own, loaded when they are.
import { build } from 'esbuild';

/** The file that each becomes. */
export const LATER = {
  '@clack/core': 'clack-core',
  '@clack/prompts': 'clack-prompts',
  '@jellybrick/dbus-next': 'dbus',
  execa: 'execa',
  koffi: 'koffi',
  'log-update': 'log-update',
  otpauth: 'otpauth',
  'ps-list': 'ps-list',
  'sm-crypto-v2': 'sm-crypto',
  uqr: 'uqr',
  x11: 'x11',
  zod: 'zod',
  'zod/mini': 'zod-mini',
};

/** CommonJS has one export: a default function with all others on it, else all as they are. */
const exported = (name) =>
  name.startsWith('zod')
    ? `export * from '${name}';`
    : `const all = require('${name}');
module.exports = typeof all.default === 'function' ? Object.assign(all.default, all) : all;`;

/** Of x11 we are a client that asks who owns a window: no server, no drawing, no names of keys. */
const UNUSED = /x11.lib.(keysyms|xserver|gcfunction|ext)/;
const USED = /ext.res\.js$/;

/** zod speaks some forty languages, which are half of it; ours is English. */
const LANGUAGES = /zod.v4.locales.index\.js$/;

const lean = {
  name: 'lean',
  setup: ({ onLoad }) => {
    onLoad({ filter: UNUSED }, ({ path }) => (USED.test(path) ? undefined : { contents: '' }));
    onLoad({ filter: LANGUAGES }, () => ({ contents: 'export {}' }));
  },
};

/** One package as one CommonJS file's text. */
export async function library(root, name, options = {}) {
  const made = await build({
    stdin: { contents: exported(name), resolveDir: root },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    legalComments: 'eof',
    logLevel: 'warning',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
    // koffi's native parts, one package for each system: found where they are installed, or beside the plugin.
    external: ['@koromix/*'],
    // ps-list asks where it is while it is loaded.
    define: { 'import.meta.url': 'fileUrl' },
    banner: { js: `const fileUrl = require('node:url').pathToFileURL(__filename).href;` },
    ...options,
    plugins: [lean, ...(options.plugins ?? [])],
  });
  return made.outputFiles[0].text;
}
