// npm run test:long [PART …]: the laws, races, oracle and real exits over far more cases, in five parts. Says its
// seeds and its time, and after a part without a failure keeps its lines in test/bench/RESULTS.md. `-- FILE` runs
// single files, and keeps nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { makeReady, TOP } from './ready.mjs';
import { alone, asPlainUser } from './test/runs.mjs';

const RESULTS = path.join(TOP, 'test/bench/RESULTS.md');
const HEAD = '## Long tests';
const PARTS = {
  purge: ['test/machine/purge'],
  oracle: ['test/oracle'],
  macos: ['test/machine/macos/gone.test.ts'],
  windows: ['test/machine/windows/native/law.test.ts'],
  // By a plain user, as a desktop starts it.
  chromium: ['--project', 'alone', 'test/alone'],
};

await makeReady();
const long = { CLEAN_EXIT_LONG: '1', CLEAN_EXIT_BUILT: '1' };
const given = process.argv.slice(2);
const files = given.filter((one) => !(one in PARTS));
const parts = given.length === 0 ? Object.keys(PARTS) : given.filter((one) => one in PARTS);
if (files.length > 0) process.exitCode = (await inRoot(files)).code;
for (const part of parts) {
  const { code, said } = await (part === 'chromium' ? asDaemon : inRoot)(PARTS[part]);
  process.exitCode ||= code;
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /: \d+ cases in [\d.]+ s/.test(line));
  if (code === 0) keep(lines);
}

function inRoot(given) {
  return vitest(alone(), given, { cwd: TOP, place: TOP, env: { ...process.env, ...long } });
}

async function asDaemon(given) {
  const how = asPlainUser(TOP);
  try {
    return await vitest(how.before, given, { ...how, env: { ...how.env, ...long } });
  } finally {
    how.end();
  }
}

/** Answers the exit code, and what it said besides showing it. */
async function vitest(before, given, { cwd, env, place }) {
  const own = [
    path.join(place, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--configLoader',
    'runner',
  ];
  const [program, ...rest] = [...before, process.execPath, ...own, ...given];
  const child = spawn(program, rest, { cwd, env, stdio: ['inherit', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
    process.stdout.write(text);
  });
  const [ended] = await once(child, 'close');
  return { code: ended ?? 1, said };
}

/** Each line in the place of the last one of its name. */
function keep(lines) {
  const [before, after = ''] = readFileSync(RESULTS, 'utf8').split(`\n${HEAD}`);
  const day = new Date().toISOString().slice(0, 10);
  const nameOf = (line) => line.replace(/^- /, '').split(':')[0];
  const all = new Map(
    [
      ...after.split('\n').filter((line) => line.startsWith('- ')),
      ...lines.map((line) => `- ${line} (${day})`),
    ].map((line) => [nameOf(line), line]),
  );
  const how = `\`npm run test:long\`, Node ${process.version}: no failure.`;
  const list = [...all.values()].join('\n');
  writeFileSync(RESULTS, `${before.trimEnd()}\n\n${HEAD}\n\n${how}\n\n${list}\n`);
}
