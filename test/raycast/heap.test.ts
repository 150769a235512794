import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newHome, tidyHomes } from '../cli/home.ts';
import { roomyFolder } from '../roomy.ts';

tidyHomes();

/** Below the checkout, because its packages are found from there. */
const FOLDER = process.env['CLEAN_EXIT_TEST_FOLDER'] ?? 'dist';
const PROGRAM = path.resolve(FOLDER, `purge-many-${process.pid}.mjs`);
const FILES = 100_000;
/** What Raycast gives a command; V8 ends a program that needs more. */
const HEAP_MB = 100;

beforeAll(async () => {
  await build({
    entryPoints: ['test/raycast/programs/purge-many.ts'],
    outfile: PROGRAM,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
});
afterAll(() => rmSync(PROGRAM, { force: true }));

/** Fills the cache of the practice client with files of a few bytes. */
function fill(folder: string): void {
  for (let at = 0; at < FILES / 1_000; at++) {
    const place = path.join(folder, 'practice_ming/cache/2026-11/HttpResource', String(at));
    mkdirSync(place, { recursive: true });
    for (let i = 0; i < 1_000; i++) writeFileSync(path.join(place, `${i}.tmp`), 'x');
  }
}

describe('a purge of 100,000 files from the launcher', () => {
  it('streams: the heap stays below 100 MB', async () => {
    vi.stubEnv('TMPDIR', roomyFolder(FILES * 20_000));
    const home = newHome();
    vi.unstubAllEnvs();
    await home.run('practice', 'start');
    await home.run('exit', 'practice');
    const notes = JSON.parse(
      readFileSync(path.join(home.folder, '.config/clean-exit/clients/practice.json'), 'utf8'),
    ) as { editions: { data: { path: string }[] }[] };
    const folder = notes.editions[0]?.data[0]?.path ?? '';
    expect(readdirSync(folder)).toContain('practice_ming');
    fill(folder);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [`--max-old-space-size=${HEAP_MB}`, PROGRAM],
      { env: { ...home.env }, timeout: 240_000 },
    );
    const said = JSON.parse(stdout) as {
      row: string;
      title: string;
      message?: string;
      most: number;
      errors: string[];
    };
    expect(said.errors).toEqual([]);
    expect(Number(/(\d+) files/.exec(said.row)?.[1])).toBeGreaterThan(FILES);
    expect(said.title, said.message).toMatch(/moved to the Trash$/);
    expect(said.most).toBeLessThan(HEAP_MB * 1_000_000);
  }, 300_000);
});
