import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circlesIn, code, importsIn } from './imports.ts';

/** Who may import what, as DESIGN's import rules say; `a|b` are beginnings of module names. */
const ROOMS: readonly (readonly [room: string, may: RegExp])[] = [
  ['shared/core/', /^shared\/core\//],
  ['shared/clients/', /^shared\/(clients|core)\//],
  // Only one file has both languages, so that what speaks English alone carries no Chinese.
  ['shared/words/words.ts', /^shared\/(core\/language\.ts|words\/(en|zh)\.ts)$/],
  ['shared/words/zh', /^shared\/words\/(zh\/|en\/|en\.ts$|reason\.ts$)/],
  ['shared/words/', /^shared\/(core\/|words\/(?!words\.ts$|zh\b))/],
  // The published formats are one list, and a policy file is one of them.
  ['shared/schema/published.ts', /^shared\/(schema\/|policy\/(schema|schema-1)\.ts$)/],
  ['shared/policy/', /^(shared\/(policy|clients|core|schema)\/|zod\/mini$)/],
  ['shared/audit/', /^(shared\/(audit|core)\/|node:crypto$|json-canonicalize$|sm-crypto-v2$)/],
  ['shared/schema/', /^(shared\/(schema|core)\/|zod\/mini$|zod\/v4\/locales\/en\.js$)/],
  [
    'shared/machine/',
    /^(shared\/(machine|core|clients|schema)\/|node:|execa$|koffi$|ps-list$|run-applescript$|x11$|@jellybrick\/dbus-next$)/,
  ],
  [
    'shared/store/',
    /^(shared\/(store|machine|audit|policy|core|clients|schema)\/|node:|json-canonicalize$|otpauth$|uqr$)/,
  ],
  [
    'shared/engine/',
    /^(shared\/(engine\/|core\/|policy\/|audit\/|machine\/(machine\.ts$|port\/|files\/state-fault\.ts$)|store\/)|package\.json$)/,
  ],
  [
    'shared/practice/',
    /^(shared\/(practice|machine|store|core)\/|node:|zod$|@jellybrick\/dbus-next$)/,
  ],
  [
    'shared/cli/',
    /^(shared\/|node:(fs|process|url|readline\/promises)$|commander$|zod\/mini$|log-update$|fastest-levenshtein$|fast-string-width$|yoctocolors$|uqr$|@clack\/(core|prompts)$)/,
  ],
  // Only the outermost file knows the SDK, and only one the computer.
  ['streamdeck/src/plugin.ts', /^(streamdeck\/src\/|node:path$|@elgato\/)/],
  ['streamdeck/src/main.ts', /^(streamdeck\/src\/|node:process$|@elgato\/streamdeck$)/],
  ['streamdeck/src/dependencies.ts', /^(streamdeck\/src\/|shared\/|node:(fs|path)$)/],
  ['streamdeck/src/log-folder.ts', /^node:(fs|os|path)$/],
  ['streamdeck/src/host-gone.ts', /^node:(diagnostics_channel|net)$/],
  [
    'streamdeck/src/',
    /^(streamdeck\/(src\/|org\.clean-exit\.keys\.sdPlugin\/\w+\.json$)|shared\/(core\/|engine\/|machine\/(machine\.ts$|port\/)|store\/store\.ts$|words\/bytes\.ts$)|zod\/mini$)/,
  ],
  [
    'streamdeck/inspector/',
    /^(streamdeck\/(inspector|src)\/|streamdeck\/org\.clean-exit\.keys\.sdPlugin\/|shared\/core\/|zod\/mini$)/,
  ],
  [
    'streamdeck/desk/page/',
    /^(streamdeck\/(desk\/(page\/|messages\.ts$)|src\/language\.ts$)|shared\/practice\/behaviour\.ts$|lit-html)/,
  ],
  [
    'streamdeck/desk/',
    /^(streamdeck\/|shared\/(core|machine|store|practice|engine\/|words\/bytes\.ts$)|node:|ws$|sirv$|zod$)/,
  ],
  // Only one file knows the computer; a build for tests brings another `machine.ts`.
  ['raycast/src/machine.ts', /^(shared\/machine\/(machine|pure-js-machine)\.ts|@raycast\/api)$/],
  [
    'raycast/src/requests/computer.ts',
    /^(raycast\/src\/|shared\/(clients|core|machine|store)\/|shared\/engine\/|shared\/words\/(surface-en|file-fault-in-words)\.ts$)/,
  ],
  [
    // The one bundle that checks codes.
    'raycast/src/requests/with-code.ts',
    /^(raycast\/src\/|shared\/(core|engine)\/|shared\/store\/code\/codes\.ts$|@raycast\/api$)/,
  ],
  [
    'raycast/src/requests/resolve-clients.ts',
    /^(raycast\/src\/|shared\/(core\/|engine\/|clients\/every\.ts$|words\/(surface-en|file-fault-in-words)\.ts$))/,
  ],
  [
    'raycast/src/',
    /^(raycast\/src\/|shared\/(core\/|engine\/|store\/(all-receipts|receipt-files|audit\/(state|log-folder))\.ts$|words\/(?!(?:words|en)\.ts$|zh\b))|@raycast\/(?:api|utils)$|react$|node:path$)/,
  ],
  ['streamdeck/applications.ts', /^shared\/(clients|core)\//],
  ['streamdeck/decks.ts', /^streamdeck\/desk\/messages\.ts$/],
  [
    'streamdeck/leaving.ts',
    /^(streamdeck\/(decks|desk\/messages)\.ts$|shared\/clients\/most-used\.ts$)/,
  ],
  ['streamdeck/profiles.ts', /^streamdeck\/(decks|leaving)\.ts$/],
];

/** Words that occur in these places only. */
const WORDS: readonly (readonly [word: RegExp, only: RegExp])[] = [
  [/process\.platform/, /^shared\/machine\/environment\.ts$/],
  [/Date\.now\b|Math\.random|process\.env\b/, /^shared\/(machine|practice|store)\//],
  [/\beval\(|new Function\(|shell: true/, /^$/],
];

function violations(file: string, text: string): readonly string[] {
  const [, may] = ROOMS.find(([room]) => file.startsWith(room)) ?? [];
  return [
    ...importsIn(file, text)
      .filter((name) => !may?.test(name))
      .map((name) => `${file} imports ${name}`),
    ...WORDS.filter(([word, only]) => word.test(text) && !only.test(file)).map(
      ([word]) => `${file} says ${word.source}`,
    ),
  ];
}

const files = ['shared', 'streamdeck', 'raycast/src'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name}`),
);

describe('the rooms of the house', () => {
  it('import only what they may', () => {
    expect(files.flatMap((file) => violations(file, code(file)))).toEqual([]);
  });

  it.each([
    ['shared/core/plan.ts', `import { readFileSync } from 'node:fs';`],
    ['shared/core/judge.ts', `import type { Client } from '../clients/index.ts';`],
    ['shared/clients/qq.ts', `import * as z from 'zod';`],
    ['shared/policy/merge.ts', `import { readFileSync } from 'node:fs';`],
    ['shared/policy/merge.ts', `import { places } from '../store/places-file.ts';`],
    ['shared/engine/engine.ts', `const { now } = await import('../machine/linux/linux.ts');`],
    ['shared/machine/run.ts', `if (process.platform === 'win32') {}`],
    ['shared/core/known.ts', `const at = Date.now();`],
    ['shared/core/plan.ts', `import { en } from '../words/en.ts';`],
    ['shared/cli/main.ts', `import streamDeck from '@elgato/streamdeck';`],
    ['streamdeck/src/deck.ts', `import streamDeck from '@elgato/streamdeck';`],
    ['shared/engine/watch/client-monitor.ts', `import { readdirSync } from 'node:fs';`],
    ['streamdeck/src/face.ts', `const at = Date.now();`],
    ['raycast/src/safe-exit.tsx', `import { linuxMachine } from '@shared/machine/linux/linux.ts';`],
    ['shared/engine/run.ts', `import { words } from '../words/words.ts';`],
    ['raycast/src/show.ts', `import psList from 'ps-list';`],
    ['raycast/src/show.ts', `import { words } from '@shared/words/words.ts';`],
    ['shared/words/explain-why.ts', `import { zh } from './zh.ts';`],
    ['shared/words/bytes.ts', `import { words } from './words.ts';`],
    ['shared/core/plan.ts', `import { showHUD } from '@raycast/api';`],
  ])('are guarded: a fault planted in %s is found', (file, line) => {
    expect(violations(file, line)).toHaveLength(1);
  });
});

describe('files', () => {
  const found = circlesIn(new Map(files.map((file) => [file, code(file)]))).map(String);

  it('import each other in no circle', () => {
    expect(found).toEqual([]);
  });

  it.each<[what: string, texts: Readonly<Record<string, string>>, circles: number]>([
    ['two', { 'a.ts': `import { b } from './b.ts';`, 'b.ts': `import { a } from './a.ts';` }, 1],
    [
      'two by types alone',
      {
        'x/a.ts': `import type { B } from '../b.ts';`,
        'b.ts': `export type { A } from './x/a.ts';`,
      },
      1,
    ],
    [
      'two of which one waits for the other',
      { 'a.ts': `await import('./b.ts');`, 'b.ts': `type A = typeof import('./a.ts');` },
      1,
    ],
    [
      'three',
      {
        'a.tsx': `import './b.ts';`,
        'b.ts': `import './c.ts';`,
        'c.ts': `import './a.tsx';`,
        'd.ts': `import './a.tsx';`,
      },
      1,
    ],
    ['one with itself', { 'a.ts': `import './a.ts';` }, 1],
    [
      'none that merely meet',
      { 'a.ts': `import './b.ts'; import './c.ts';`, 'b.ts': `import './c.ts';`, 'c.ts': '' },
      0,
    ],
  ])('are guarded: a planted circle is found of %s', (_, texts, circles) => {
    expect(circlesIn(new Map(Object.entries(texts)))).toHaveLength(circles);
  });
});

describe('the page on the architecture', () => {
  it('shows the imports of today: npm run docs draws them', () => {
    execFileSync(process.execPath, ['scripts/architecture.mjs', '--check'], { stdio: 'pipe' });
  });
});
