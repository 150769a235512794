// Makes dist/<uuid>.sdPlugin: the checked-in folder, the program and the inspector's script.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { archive } from './archive.mjs';
import { imported } from './imported.mjs';
import { LATER, library } from './libraries.mjs';
import { copyNativeParts } from './native.mjs';

export const UUID = 'org.clean-exit.keys';
const SOURCE = `streamdeck/${UUID}.sdPlugin`;

/** What the command line alone shows is not taken along; of zod, deck.cjs holds the little that it uses. */
const WANTED = new Map(
  Object.entries(LATER).filter(
    ([name]) => !/^(?:log-update|otpauth|uqr)$/.test(name) && !name.startsWith('zod'),
  ),
);

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  minify: true,
  write: false,
};
/** @satisfies {import('esbuild').BuildOptions} */
const forNode = { ...common, platform: 'node', target: 'node20', format: 'cjs', charset: 'ascii' };

const later = {
  name: 'later',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ path: name }) =>
      WANTED.has(name) ? { path: `./${WANTED.get(name)}.cjs`, external: true } : undefined,
    );
  },
};

/** Elgato's helpers bring lists and remote calls that nothing here uses, and zod with them: left out. */
const lean = {
  name: 'lean',
  setup: (all) => {
    all.onResolve({ filter: /./ }, async ({ path: name, resolveDir, importer, pluginData }) => {
      const isTheirs = name.startsWith('@elgato/utils') || importer.includes('/@elgato/utils/');
      if (!isTheirs || pluginData === 'lean') return undefined;
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

/** A host is reached over `ws:` on loopback; what `wss:` would need costs a third of the start. */
const plainSockets = {
  name: 'plain sockets',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(https|tls)$/ }, ({ path: name }) => ({ path: name, namespace: 'none' }));
    onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {}' }));
  },
};

const apart = {
  name: 'apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /plugin\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './deck.cjs', external: true } : undefined,
    );
  },
};

/** Builds the plugin's folder; answers what it weighs. Never seen half made: it is renamed into place. */
export async function makeStreamDeck(root, dist, { native = true } = {}) {
  const folder = path.join(dist, `${UUID}.sdPlugin`);
  const draft = `${folder}.${process.pid}.draft`;
  rmSync(draft, { recursive: true, force: true });
  try {
    const size = await fill(root, draft);
    if (native) await copyNative(root, path.join(draft, 'bin'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return `streamdeck ${Math.round(size / 1024)} kB`;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Answers the size of the program. */
async function fill(root, draft) {
  cpSync(path.join(root, SOURCE), draft, { recursive: true });
  mkdirSync(path.join(draft, 'bin'), { recursive: true });
  const at = { absWorkingDir: root };
  const program = {
    ...forNode,
    ...at,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'fileUrl' },
    banner: { js: `const fileUrl = require('node:url').pathToFileURL(__filename).href;` },
  };
  // What registers is small and starts at once; what thinks is loaded when that is done.
  const main = build({
    ...program,
    entryPoints: ['streamdeck/src/main.ts'],
    plugins: [lean, apart, plainSockets],
    outfile: 'plugin.cjs',
  });
  const deck = build({
    ...program,
    entryPoints: ['streamdeck/src/plugin.ts'],
    plugins: [later, lean],
    outfile: 'deck.cjs',
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
  const libraries = [...WANTED].map(async ([name, file]) => {
    const options = { ...forNode, plugins: [lean] };
    writeFileSync(path.join(draft, 'bin', `${file}.cjs`), await library(root, name, options));
  });
  const [[small, large, hand, page]] = await Promise.all([
    Promise.all([main, deck, worker, inspector]),
    ...libraries,
  ]);
  writeFileSync(path.join(draft, 'bin/plugin.cjs'), small.outputFiles[0].contents);
  writeFileSync(path.join(draft, 'bin/deck.cjs'), large.outputFiles[0].contents);
  writeFileSync(path.join(draft, 'bin/worker.cjs'), hand.outputFiles[0].contents);
  writeFileSync(path.join(draft, 'ui/inspector.js'), page.outputFiles[0].contents);
  await writeApplications(root, draft);
  await writeProfiles(root, draft);
  return small.outputFiles[0].contents.length + large.outputFiles[0].contents.length;
}

/** koffi's native parts for the systems of the Stream Deck app. */
const copyNative = (root, bin) =>
  copyNativeParts(root, bin, (name) => !name.includes('koffi-linux'));

/** The hosts report when clients start and leave: which those are, the catalogue alone says. */
async function writeApplications(root, draft) {
  const { APPLICATIONS } = await imported(root, 'streamdeck/applications.ts');
  for (const [name, ApplicationsToMonitor] of Object.entries(APPLICATIONS)) {
    const file = path.join(draft, name);
    const manifest = { ...JSON.parse(readFileSync(file, 'utf8')), ApplicationsToMonitor };
    writeFileSync(file, JSON.stringify(manifest, null, 2) + '\n');
  }
}

/** The bundled profiles, made from the same value as the virtual deck. */
async function writeProfiles(root, draft) {
  const { profileFiles } = await imported(root, 'streamdeck/profiles.ts');
  const { DECKS } = await imported(root, 'streamdeck/decks.ts');
  const manifest = JSON.parse(readFileSync(path.join(draft, 'manifest.json'), 'utf8'));
  const bundle = {
    uuid: manifest.UUID,
    version: manifest.Version,
    name: manifest.Name,
    actionNames: Object.fromEntries(
      manifest.Actions.map(({ UUID: uuid, Name }) => [uuid.slice(manifest.UUID.length + 1), Name]),
    ),
    uuidOf,
  };
  mkdirSync(path.join(draft, 'profiles'));
  for (const [device, { file }] of Object.entries(DECKS))
    writeFileSync(
      path.join(draft, 'profiles', `${file}.streamDeckProfile`),
      archive(profileFiles(device, bundle)),
    );
}

/** A number in the form of a UUID (version 8, RFC 9562) that is the same for the same text. */
function uuidOf(text) {
  const hex = createHash('sha256').update(`${UUID} ${text}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
