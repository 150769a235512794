// npm run test:long: the laws and races of a purge, the oracle by the kernel and real exits of Chromium over far
// more cases; says its seeds and its time, and after a whole run without a failure keeps both in
// test/bench/RESULTS.md.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { makeReady, TOP } from './ready.mjs';
import { alone } from './test/runs.mjs';

const RESULTS = path.join(TOP, 'test/bench/RESULTS.md');
const HEAD = '## Long tests';

await makeReady();
const files = process.argv.slice(2);
const [program, ...before] = [...alone(), process.execPath];
const vitest = spawn(
  program,
  [
    ...before,
    path.join(TOP, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...(files.length > 0 ? files : ['test/machine/purge', 'test/oracle']),
  ],
  {
    cwd: TOP,
    env: { ...process.env, CLEAN_EXIT_LONG: '1' },
    stdio: ['inherit', 'pipe', 'inherit'],
  },
);
let said = '';
vitest.stdout.on('data', (text) => {
  said += text;
  process.stdout.write(text);
});
vitest.on('close', (code) => {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => /: \d+ cases in [\d.]+ s/.test(line));
  if (code === 0 && files.length === 0 && lines.length > 0) keep(lines);
  process.exit(code ?? 1);
});

function keep(lines) {
  const [before] = readFileSync(RESULTS, 'utf8').split(`\n${HEAD}`);
  const day = new Date().toISOString().slice(0, 10);
  const how = `\`npm run test:long\` on ${day}, Node ${process.version}: no failure.`;
  const list = lines.map((line) => `- ${line.trim()}`).join('\n');
  writeFileSync(RESULTS, `${before.trimEnd()}\n\n${HEAD}\n\n${how}\n\n${list}\n`);
}
