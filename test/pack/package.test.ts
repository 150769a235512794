import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const MB = 1_000_000;
/** koffi's part for each system that we run on. */
const NATIVE = [
  ...['darwin-arm64/darwin_arm64', 'darwin-x64/darwin_x64', 'win32-arm64/win32_arm64'],
  ...['win32-x64/win32_x64', 'linux-x64/linux_x64', 'linux-x64/musl_x64'],
  ...['linux-arm64/linux_arm64', 'linux-arm64/musl_arm64'],
].map((name) => `koffi-${name}`);
const place = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-package-'));
const prefix = path.join(place, 'prefix');
const home = path.join(place, 'home');
let tarball = '';

/** The installed command, in a home of its own. */
const cleanExit = (...args: readonly string[]) =>
  execa(path.join(prefix, 'bin/clean-exit'), args, {
    ...{ reject: false, extendEnv: false, cwd: place },
    env: { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: place, LANG: 'C.UTF-8' },
  });

beforeAll(async () => {
  mkdirSync(home);
  const { stdout } = await execa('npm', ['pack', '--pack-destination', place]);
  tarball = path.join(place, stdout.trim().split('\n').at(-1) ?? '');
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the package that npm pack makes', () => {
  it('holds what runs, and nothing of the checkout', async () => {
    const { stdout } = await execa('tar', ['-tzf', tarball]);
    const files = stdout.split('\n').map((name) => name.replace(/^package\//, ''));
    const allowed =
      /^(bin\/|dist\/(clean-exit|worker)\.cjs$|dist\/practice\.mjs$|dist\/(?:lib|man)\/|[^/]+$)/;
    expect(files.filter((name) => !allowed.test(name))).toEqual([]);
    for (const name of ['package.json', 'LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md'])
      expect(files).toContain(name);
    for (const part of NATIVE)
      expect(files).toContain(`dist/lib/node_modules/@koromix/${part}/koffi.node`);
    expect(statSync(tarball).size).toBeLessThan(4.5 * MB);
  });

  it('installs offline, with an empty cache, into an empty prefix', async () => {
    const cache = path.join(place, 'cache');
    const args = [
      'install',
      '--global',
      '--offline',
      '--cache',
      cache,
      '--prefix',
      prefix,
      tarball,
    ];
    const { stderr } = await execa('npm', args);
    expect(stderr).toBe('');
    const modules = path.join(prefix, 'lib/node_modules');
    expect(readdirSync(modules)).toEqual([manifest.name]);
    expect(existsSync(path.join(modules, manifest.name, 'node_modules'))).toBe(false);
    // `man clean-exit` looks beside the folder of the command.
    expect(existsSync(path.join(prefix, 'share/man/man1/clean-exit.1'))).toBe(true);
  });

  it('says its version alone, because it is no checkout', async () => {
    expect(await cleanExit('--version')).toMatchObject({ stdout: manifest.version, exitCode: 0 });
  });

  it('starts a client, sees it, makes it leave, and says that it has gone', async () => {
    expect(await cleanExit('practice', 'start')).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await cleanExit('status', 'practice')).stdout).toMatch(/Practice/);
    const { exitCode, stdout } = await cleanExit('exit', 'practice');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('safe exit: gone')]);
    expect(await cleanExit('practice', 'stop')).toMatchObject({ exitCode: 0 });
  });
});
