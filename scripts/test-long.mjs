// npm run test:long: the laws and races of a purge, the oracle by the kernel, the worlds of a Mac and real exits of
// Chromium over far more cases; says its seeds and its time, and after a whole run without a failure keeps both in
// test/bench/RESULTS.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { makeReady, TOP } from './ready.mjs';
import { alone, asPlainUser } from './test/runs.mjs';

const RESULTS = path.join(TOP, 'test/bench/RESULTS.md');
const HEAD = '## Long tests';
const LAWS = [
  ...['test/machine/purge', 'test/oracle', 'test/machine/macos/gone.test.ts'],
  'test/machine/windows/native/law',
];

await makeReady();
const files = process.argv.slice(2);
const long = { CLEAN_EXIT_LONG: '1', CLEAN_EXIT_BUILT: '1' };
let said = '';
let code = await vitest(alone(), files.length > 0 ? files : LAWS, {
  ...{ cwd: TOP, place: TOP, env: { ...process.env, ...long } },
});
if (files.length === 0) {
  const how = asPlainUser(TOP);
  const env = { ...how.env, ...long };
  code ||= await vitest(how.before, ['--project', 'alone'], { ...how, env });
  how.end();
}
const lines = stripVTControlCharacters(said)
  .split('\n')
  .filter((line) => /: \d+ cases in [\d.]+ s/.test(line));
if (code === 0 && files.length === 0 && lines.length > 0) keep(lines);
process.exitCode = code;

/** Answers the exit code; what it says is shown and kept. */
async function vitest(before, given, { cwd, env, place }) {
  const own = [
    path.join(place, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--configLoader',
    'runner',
  ];
  const [program, ...rest] = [...before, process.execPath, ...own, ...given];
  const child = spawn(program, rest, { cwd, env, stdio: ['inherit', 'pipe', 'inherit'] });
  child.stdout.on('data', (text) => {
    said += text;
    process.stdout.write(text);
  });
  const [ended] = await once(child, 'close');
  return ended ?? 1;
}

function keep(lines) {
  const [before] = readFileSync(RESULTS, 'utf8').split(`\n${HEAD}`);
  const day = new Date().toISOString().slice(0, 10);
  const how = `\`npm run test:long\` on ${day}, Node ${process.version}: no failure.`;
  const list = lines.map((line) => `- ${line.trim()}`).join('\n');
  writeFileSync(RESULTS, `${before.trimEnd()}\n\n${HEAD}\n\n${how}\n\n${list}\n`);
}
