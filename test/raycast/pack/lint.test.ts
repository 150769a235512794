import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterEach, describe, expect, it } from 'vitest';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder as the store gets it, which a test may spoil. */
async function exported(): Promise<string> {
  const top = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-lint-'));
  folders.push(top);
  const folder = path.join(top, 'clean-exit');
  await execa(process.execPath, ['scripts/export-raycast.mjs', folder]);
  symlinkSync(path.resolve('raycast/node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

async function lint(folder: string): Promise<{ readonly isFine: boolean; readonly said: string }> {
  const args = ['scripts/lint-raycast.mjs', folder];
  const { all, exitCode } = await execa(process.execPath, args, { all: true, reject: false });
  return { isFine: exitCode === 0, said: all };
}

interface Entry {
  [field: string]: unknown;
}
interface Manifest extends Entry {
  readonly commands: Entry[];
  readonly tools: Entry[];
  readonly preferences: Entry[];
}

/** A field of what has a name. */
const set = (all: readonly Entry[], name: string, field: string, value: unknown): void => {
  const one = all.find((entry) => entry['name'] === name);
  if (!one) throw new Error(`the manifest has no ${name}`);
  if (value === undefined) delete one[field];
  else one[field] = value;
};
const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** One fault each, with what the tool says of it. */
const FAULTS: readonly (readonly [
  fault: string,
  plant: (manifest: Manifest) => void,
  said: RegExp,
])[] = [
  ['a name with capitals', (m) => (m['name'] = 'Clean Exit'), /must match pattern "\^\[a-z0-9-~\]/],
  ['a license of another kind', (m) => (m['license'] = 'ISC'), /must be equal to constant/],
  ['few words for the store', (m) => (m['description'] = 'Quits'), /fewer than 16 characters/],
  ['thirteen keywords', (m) => (m['keywords'] = many(13, String)), /more than 12 items/],
  [
    'a keyword of 26 characters',
    (m) => set(m.commands, 'hide', 'keywords', ['x'.repeat(26)]),
    /more than 25 characters/,
  ],
  [
    'four arguments',
    (m) =>
      set(
        m.commands,
        'hide',
        'arguments',
        many(4, (at) => ({ name: `a${at}`, type: 'text', placeholder: 'x' })),
      ),
    /more than 3 items/,
  ],
  [
    'a command that is not described',
    (m) => set(m.commands, 'hide', 'description', 'Hides'),
    /fewer than 12 characters/,
  ],
  [
    'a preference that is not described',
    (m) => set(m.preferences, 'client', 'description', 'Client'),
    /fewer than 8 characters/,
  ],
  [
    'a checkbox without a label',
    (m) => set(m.preferences, 'confirmForce', 'label', undefined),
    /required property 'label'/,
  ],
  [
    'a dropdown without a choice',
    (m) => set(m.preferences, 'destination', 'data', undefined),
    /required property 'data'/,
  ],
  [
    'a text field without a title',
    (m) => set(m.preferences, 'client', 'title', undefined),
    /required property 'title'/,
  ],
  [
    'a refresh every ten seconds',
    (m) => set(m.commands, 'status-subtitle', 'interval', '10s'),
    /must match pattern "\^\(\[1-9\]/,
  ],
  ['a version', (m) => (m['version'] = '1.0.0'), /must NOT be valid/],
];

/** Faults of which the tool says the same words. */
const NOT_ALLOWED: readonly ((manifest: Manifest) => void)[] = [
  (m) => (m['categories'] = ['Chat']),
  (m) => (m['platforms'] = ['macOS', 'Linux']),
  (m) => set(m.commands, 'force-exit', 'mode', 'popup'),
  // A view cannot be refreshed in the background.
  (m) => set(m.commands, 'exit-status', 'interval', '1m'),
  (m) => set(m.preferences, 'timeout', 'type', 'number'),
];

describe('the lint of Raycast', () => {
  it('finds every fault planted in the manifest', async () => {
    const folder = await exported();
    const file = path.join(folder, 'package.json');
    const spoilt = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    for (const plant of [...FAULTS.map(([, one]) => one), ...NOT_ALLOWED]) plant(spoilt);
    writeFileSync(file, JSON.stringify(spoilt, null, 2) + '\n');
    const { isFine, said } = await lint(folder);
    expect(isFine).toBe(false);
    expect(FAULTS.filter(([, , wanted]) => !wanted.test(said)).map(([fault]) => fault)).toEqual([]);
    expect(said.match(/one of the allowed values/g)).toHaveLength(NOT_ALLOWED.length);
  }, 120_000);

  it('finds a picture of another size, and faults in the sources, those of the core too', async () => {
    const folder = await exported();
    const half = path.resolve('streamdeck/org.clean-exit.keys.sdPlugin/imgs/plugin.png');
    cpSync(half, path.join(folder, 'assets/icon.png'));
    appendFileSync(path.join(folder, 'src/shared/core/judge.ts'), 'const   nobody = 1;\n');
    appendFileSync(path.join(folder, 'src/hide.tsx'), 'debugger;\n');
    const { isFine, said } = await lint(folder);
    expect(isFine).toBe(false);
    expect(said).toContain('Wrong image size: 256 x 256');
    expect(said).toMatch(/shared\/core\/judge\.ts\n.*'nobody' is assigned a value but never used/);
    expect(said).toMatch(/shared\/core\/judge\.ts\n\s*error\s+Code style issues/);
    expect(said).toMatch(/hide\.tsx\n.*no-debugger/);
  }, 120_000);
});
