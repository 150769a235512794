// npm test: makes the checkout ready, then format, lint, types and all tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeReady, run, TOP } from './ready.mjs';

const modules = path.join(TOP, 'node_modules');
const tool = (file, ...args) => run(process.execPath, [path.join(modules, file), ...args]);

makeReady();
installDebianPackages();
run(process.execPath, ['scripts/build.mjs']);
tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.');
tool('eslint/bin/eslint.js', '--max-warnings=0', '.');
tool('typescript/bin/tsc', '--noEmit');
run(process.execPath, ['scripts/lint-raycast.mjs']);
test();

/** As root on Debian what the tests use is installed; elsewhere suites say by name what they miss. */
function installDebianPackages() {
  const wanted = readFileSync(path.join(TOP, 'test/debian-packages.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  if (!existsSync('/usr/bin/dpkg-query') || process.getuid?.() !== 0) return;
  const { stdout } = spawnSync(
    '/usr/bin/dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\n', ...wanted],
    { encoding: 'utf8' },
  );
  const have = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  const missing = wanted.filter((name) => !have.has(name));
  if (missing.length === 0) return;
  console.log(`Installing the Debian packages that the tests use: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('/usr/bin/apt-get', ['-q', 'update'], { quiet: true, env });
  run('/usr/bin/apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...missing], {
    quiet: true,
    env,
  });
}

/** The last line says how many tests passed, failed and were skipped. */
function test() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-report-'));
  try {
    const report = path.join(folder, 'report.json');
    const { status } = spawnSync(
      process.execPath,
      [
        path.join(modules, 'vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...process.argv.slice(2),
      ],
      { cwd: TOP, stdio: 'inherit' },
    );
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
