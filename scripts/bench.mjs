// npm run bench: makes the checkout ready, bundles test/bench and runs it; writes test/bench/RESULTS.md.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { makeReady, run, TOP } from './ready.mjs';

await makeReady();
run(process.execPath, ['scripts/pack-streamdeck.mjs'], { quiet: true });
// Below the checkout, because koffi is found from there; of its own, because two may run at once.
const folder = path.join(TOP, `dist/bench-${process.pid}`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  absWorkingDir: TOP,
  bundle: true,
  entryPoints: ['main', 'observer/worker', 'observer/gone', 'lister', 'bare', 'loading'].map(
    (name) => `test/bench/${name}.ts`,
  ),
  external: ['koffi'],
  format: 'esm',
  logLevel: 'warning',
  outbase: 'test/bench',
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  packages: 'external',
  platform: 'node',
  splitting: true,
  target: 'node20',
});
const wanted = process.argv.slice(2);
const bench = spawn(process.execPath, [path.join(folder, 'main.mjs'), ...wanted], {
  cwd: TOP,
  stdio: 'inherit',
});
// It ends its clients itself, then we remove its bundle. A terminal tells both, others only us.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => bench.kill('SIGTERM'));
bench.on('exit', (code, signal) => {
  if (code === 0 && (wanted.length === 0 || wanted.includes('--write')))
    run(process.execPath, [
      path.join(TOP, 'node_modules/prettier/bin/prettier.cjs'),
      '--write',
      '--log-level=warn',
      'test/bench/RESULTS.md',
    ]);
  process.exit(code ?? (signal ? 1 : 0));
});
