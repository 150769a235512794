import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

interface Entry {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}
const manifest = json('raycast/package.json') as {
  readonly keywords: readonly string[];
  readonly commands: readonly (Entry & { readonly keywords?: readonly string[] })[];
  readonly tools: readonly Entry[];
};

/** Width and height of a PNG, which stand at the beginning of its header. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the manifest', () => {
  it('can be found by the Chinese names', () => {
    expect(manifest.keywords).toEqual(expect.arrayContaining(['微信', '企业微信']));
    for (const { keywords = [], name } of manifest.commands)
      if (name !== 'status-subtitle') expect(keywords).toContain('微信');
  });

  it('offers no command that does not work yet', () => {
    const all = JSON.stringify(manifest.commands);
    expect(all).not.toMatch(/emergency|not available|"disabledByDefault"/i);
  });

  it('names a source for every command and tool', () => {
    const sources = [
      ...manifest.commands.map(({ name }) => `raycast/src/${name}.tsx`),
      ...manifest.tools.map(({ name }) => `raycast/src/tools/${name}.ts`),
    ];
    expect(sources.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('has its icons and screenshots in the sizes of the store', () => {
    for (const name of ['icon.png', 'icon@dark.png'])
      expect(sizeOf(`raycast/assets/${name}`), name).toEqual([512, 512]);
    for (const at of [1, 2, 3, 4])
      expect(sizeOf(`raycast/metadata/clean-exit-${at}.png`)).toEqual([2000, 1250]);
  });

  it('bundles the same versions as the rest of the house', () => {
    const versions = (file: string): string =>
      (json(file) as { packages: Record<string, { version: string }> }).packages['node_modules/zod']
        ?.version ?? '';
    expect(versions('raycast/package-lock.json')).toBe(versions('package-lock.json'));
  });
});

describe('the lint of the store', () => {
  it('has no complaint', async () => {
    const { stdout } = await run(process.execPath, ['scripts/lint-raycast.mjs']);
    expect(stdout).toContain('no complaint');
  }, 60_000);
});

describe('the export for the store', () => {
  it('stands alone, is linted there, and is built to the same bytes', async () => {
    const folder = path.join(
      mkdtempSync(path.join(os.tmpdir(), 'clean-exit-store-')),
      'clean-exit',
    );
    folders.push(path.dirname(folder));
    const { stdout } = await run(process.execPath, [
      'scripts/export-raycast.mjs',
      folder,
      '--check',
    ]);
    expect(stdout).toContain('checked');
    for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'package-lock.json', 'metadata'])
      expect(existsSync(path.join(folder, name)), name).toBe(true);
    expect(existsSync(path.join(folder, 'src/shared/cli'))).toBe(false);
    expect(existsSync(path.join(folder, 'src/shared/machine/linux/linux.ts'))).toBe(false);
    expect(readFileSync(path.join(folder, 'tsconfig.json'), 'utf8')).toContain('"./src/shared/*"');
  }, 180_000);

  it('never overwrites a folder that is not an earlier export', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-mine-'));
    folders.push(folder);
    writeFileSync(path.join(folder, 'mine.txt'), 'mine');
    await expect(run(process.execPath, ['scripts/export-raycast.mjs', folder])).rejects.toThrow(
      'is not an earlier export',
    );
    expect(readFileSync(path.join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  });
});
