// Format, lint and types, each with what it remembers of the last run, in two rows side by side.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** Answers what is wrong, by the name of each check that failed. */
export async function check(top) {
  const memory = path.join(top, 'dist/.cache');
  mkdirSync(memory, { recursive: true });
  const at = (name) => path.join(memory, name);
  const cache = (name) => ['--cache', '--cache-strategy', 'content', '--cache-location', at(name)];
  const rows = [
    [['lint', 'eslint/bin/eslint.js', '--max-warnings=0', ...cache('eslint'), '.']],
    [
      ['types', 'typescript/bin/tsc', '--incremental', '--tsBuildInfoFile', at('types')],
      [
        'types of scripts',
        ...['typescript/bin/tsc', '-p', 'tsconfig.scripts.json', '--incremental'],
        ...['--tsBuildInfoFile', at('types-of-scripts')],
      ],
      [
        'format',
        'prettier/bin/prettier.cjs',
        '--check',
        '--log-level=warn',
        ...cache('prettier'),
        '.',
      ],
    ],
  ];
  const wrong = await Promise.all(rows.map((row) => inTurn(top, row)));
  return wrong.flat();
}

async function inTurn(top, row) {
  const wrong = [];
  for (const [name, file, ...args] of row) {
    const began = performance.now();
    const { code, said } = await tool(top, file, args);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(`${code === 0 ? '✓' : '✗'} ${name} ${seconds} s`);
    if (code !== 0) wrong.push({ name, said });
  }
  return wrong;
}

function tool(top, file, args) {
  const program = path.join(top, 'node_modules', file);
  const child = spawn(process.execPath, [program, ...args], { cwd: top, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}
