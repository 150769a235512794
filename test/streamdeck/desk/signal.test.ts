import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../desk/until.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The pids of all processes whose command line names this folder, as the deck's practice client's do. */
const livingIn = (folder: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandLine(pid).includes(folder));

/** The environments of the processes that are told where the practice client of this deck is described. */
const pluginEnvironments = (folder: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => environment(Number(pid)))
    .filter((text) => text.includes(`CLEAN_EXIT_CLIENTS=${folder}`));

function environment(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').replaceAll('\0', '\n');
  } catch {
    return ''; // It has ended meanwhile, or is another user's.
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It has ended meanwhile.
  }
}

/** Starts the built deck, as `npm run deck` does once everything is built, in a folder for all its traces. */
function begin(program: string, ...args: readonly string[]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-signal-'));
  folders.push(folder);
  const file = (name: string): string => JSON.stringify(path.resolve(name));
  const script = `import { endWithNpm } from ${file('scripts/npm-gone.mjs')};
endWithNpm();
await import(${file('dist/deck.mjs')});`;
  writeFileSync(path.join(folder, 'deck.mjs'), script);
  const scripts = { deck: 'node deck.mjs' };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts }));
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', LANG: 'C' },
    ...{ HOME: folder, TMPDIR: folder, XDG_RUNTIME_DIR: folder },
  };
  const deck = execa(program, args, { cwd: folder, env, extendEnv: false, reject: false });
  let said = '';
  deck.stdout.on('data', (text: Buffer) => (said += text.toString()));
  return { folder, deck, said: () => said };
}

const traces = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^clean-exit-(desk|practice)/.test(name));

describe.skipIf(process.platform !== 'linux')('a signal to the virtual deck', () => {
  it('ends it with its practice client, also where npm alone gets it', async () => {
    const { folder, deck, said } = begin('npm', 'run', 'deck');
    await until(() => said().includes('http://'), 'the address', 20_000);
    expect(livingIn(folder).length).toBeGreaterThan(2);
    // The keys read the policy, the settled places and the clients of the person.
    expect(pluginEnvironments(folder)).not.toEqual([]);
    for (const one of pluginEnvironments(folder)) expect(one).not.toMatch(/^XDG_CONFIG_HOME=/m);
    process.kill(deck.pid ?? NaN, 'SIGTERM');
    await until(() => livingIn(folder).length === 0, 'nobody is there');
    await until(() => traces(folder).length === 0, 'no file is left');
  });

  it('ends it also while it starts, before it said its address', async () => {
    const { folder, deck, said } = begin(process.execPath, 'deck.mjs');
    await until(() => livingIn(folder).length > 0, 'a process of the practice client', 20_000);
    process.kill(deck.pid ?? NaN, 'SIGTERM');
    await deck;
    expect(said()).not.toContain('http://');
    expect(livingIn(folder)).toEqual([]);
    expect(traces(folder)).toEqual([]);
  });
});
