// npm run cases -- FOLDER…: runs every script below these folders from this checkout, and shows a table.
// A case is a script whose last line begins with PASS or FAIL; what begins with `lib.` is read by cases.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeReady, TOP } from './ready.mjs';

/** No case takes this long; one that does has no verdict. */
const LIMIT_MS = 300_000;
const SHOWN_LINES = 12;

const given = process.argv.slice(2);
if (given.length === 0) {
  console.error('Name a folder of cases: npm run cases -- FOLDER');
  process.exit(2);
}
const from = process.env.INIT_CWD ?? process.cwd();
const scripts = given.flatMap((one) => scriptsBelow(path.resolve(from, one)));
if (scripts.length === 0) {
  console.error(`No case (*.sh) in ${given.join(', ')}`);
  process.exit(2);
}
await makeReady({ quiet: true });

const rows = [];
for (const file of scripts) {
  const began = performance.now();
  const said = await runCase(file);
  const row = { file, ...said, seconds: ((performance.now() - began) / 1_000).toFixed(1) };
  rows.push(row);
  console.log(`${row.verdict.padEnd(10)} ${row.seconds.padStart(6)} s  ${nameOf(file)}`);
  if (row.verdict !== 'PASS') console.log(row.tail.replace(/^/gm, '    '));
}
const passed = rows.filter(({ verdict }) => verdict === 'PASS').length;
console.log(`\n${passed} of ${rows.length} cases pass`);
for (const { file, verdict } of rows.filter((row) => row.verdict !== 'PASS'))
  console.log(`  ${verdict.padEnd(10)} ${nameOf(file)}`);
process.exitCode = passed === rows.length ? 0 : 1;

function scriptsBelow(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sh') && !path.basename(name).startsWith('lib.'))
    .sort()
    .map((name) => path.join(place, name));
}

function nameOf(file) {
  return path.relative(from, file);
}

/** In a process group of its own, so that a case that hangs is ended with all that it waits for. */
async function runCase(file) {
  const child = spawn('bash', [file], {
    cwd: TOP,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (more) => (text += more));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  }, LIMIT_MS);
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  const lines = text.trimEnd().split('\n');
  const [, verdict] =
    /^(PASS|FAIL)\b/.exec(lines.findLast((line) => /^(PASS|FAIL)\b/.test(line)) ?? '') ?? [];
  return {
    verdict: late ? 'TIMED OUT' : (verdict ?? 'NO VERDICT'),
    tail: lines.slice(-SHOWN_LINES).join('\n'),
  };
}
