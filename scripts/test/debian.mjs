// As root on Debian what the tests use is installed; elsewhere suites say by name what they miss.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../ready.mjs';

export function installDebianPackages(top) {
  if (!existsSync('/usr/bin/dpkg-query') || process.getuid?.() !== 0) return;
  const wanted = readFileSync(path.join(top, 'test/debian-packages.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
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
