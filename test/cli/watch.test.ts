import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startChild, type Child } from '../desk/child.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const CLI = ['bin/clean-exit.cjs'];
const begin = (home: Home, ...args: string[]): Promise<Child> =>
  startChild(process.execPath, [...CLI, ...args], { env: home.env });

function clientFile(home: Home, text: string): string {
  const file = path.join(home.folder, '.config/clean-exit/clients/irc.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const IRC = JSON.stringify({
  ...{ schema: 'clean-exit/client/1', id: 'irc', name: 'Relay' },
  editions: [{ platform: 'linux', roots: [{ exe: '/opt/irc/irc' }] }],
});

async function ended(child: Child): Promise<number | null> {
  await child.ended;
  return child.child.exitCode;
}

describe.each([[['watch']], [['status', '--watch']]])('%j', (command) => {
  it('shows a client that is added and started later, and in a pipe only what changed', async () => {
    const home = newHome();
    const watching = await begin(home, ...command);
    await watching.says('✓');
    const first = watching.stdout();
    await home.run('practice', 'start');
    await watching.says('in tray');
    const line = watching.stdout().slice(first.length);
    // What a row has no room for stands below it; its icon may come a look later than its program.
    const rows = line.split('\n').filter((one) => /^\S/.test(one));
    expect(rows.filter((one) => !one.includes('Practice'))).toEqual([]);
    watching.child.kill('SIGINT');
    expect(await ended(watching)).toBe(1);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends by %s with 0 where nothing is left',
    async (signal) => {
      const watching = await begin(newHome(), ...command, 'telegram');
      await watching.says('Telegram');
      watching.child.kill(signal);
      expect(await ended(watching)).toBe(0);
      expect(watching.stderr()).toBe('');
    },
  );

  it('redraws on a terminal', async () => {
    const home = newHome();
    const shell = `stty cols 100 rows 30; exec ${process.execPath} ${CLI.join('')} ${command.join(' ')}`;
    const watching = await startChild('/usr/bin/script', ['-qefc', shell, '/dev/null'], {
      env: { ...home.env, TERM: 'xterm', SHELL: '/bin/sh' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    await watching.says('✓');
    await home.run('practice', 'start');
    await watching.says('Practice');
    expect(watching.stdout()).toMatch(/\u001b\[\d*[AGKJ]/);
    watching.child.stdin?.write('\u0003');
    expect(await ended(watching)).toBe(1);
  });
});

describe('watch', () => {
  it.each([
    ['en', 'is broken'],
    ['zh', '有误'],
  ])(
    'says in %s that a client file cannot be read, and that this is not gone',
    async (lang, words) => {
      const home = newHome();
      clientFile(home, '{');
      const said = await home.run('watch', '--until-gone', '--lang', lang);
      const status = await home.run('status', '--lang', lang);
      expect([said.code, said.out]).toEqual([1, status.out]);
      expect(said.out).toContain(words);
      const json = await home.run('watch', '--until-gone', '--json');
      expect(json.json()).toMatchObject({ faults: [{}] });
    },
  );

  it('says in the language of the person that a client is no longer in the catalogue', async () => {
    const home = newHome();
    const file = clientFile(home, IRC);
    const watching = await begin(home, 'watch', 'irc', '--lang', 'zh');
    await watching.says('Relay');
    rmSync(file);
    expect(await ended(watching)).toBe(2);
    expect(watching.stderr()).toContain('没有名为');
    expect(watching.stderr()).not.toContain('not looked at');
  });

  it('of all clients goes on where one is taken out of the catalogue', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const watching = await begin(home, 'watch');
    await watching.says('in tray');
    await home.run('practice', 'stop');
    await watching.says('Practice is no longer in the catalogue');
    await watching.says('✓');
    watching.child.kill('SIGINT');
    expect(await ended(watching)).toBe(0);
  });
});

describe('--quiet', () => {
  it('says nothing, and leaves the exit code as it is', async () => {
    const home = newHome();
    const all: readonly (readonly [args: string, code: number])[] = [
      ...[['status', 0] as const, ['exit telegram', 0] as const, ['clients', 0] as const],
      ...[['watch telegram --until-gone', 0] as const, ['log', 0] as const],
      ...[['accounts telegram', 0] as const, ['schema receipt', 0] as const],
      ...[['restore', 0] as const, ['clients show telegram', 0] as const],
      ...[['completion bash', 0] as const, ['uninstall --dry-run', 0] as const],
      ...[['practice start --temper deaf', 0] as const, ['status', 1] as const],
      ...[['exit practice --timeout 1s -yq', 1] as const, ['force practice', 0] as const],
    ];
    for (const [args, code] of all) {
      const said = await home.run(...args.split(' '), '--quiet');
      expect([args, said.code, said.out, said.err]).toEqual([args, code, '', '']);
    }
  });

  it('leaves errors on standard error, and JSON where it was asked for', async () => {
    const home = newHome();
    const wrong = await home.run('exit', 'nobody-here', '--quiet');
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toContain('nobody-here');
    for (const args of [['status'], ['schema', 'client'], ['exit', 'telegram']])
      expect((await home.run('-q', ...args, '--json')).json()).toBeTypeOf('object');
  });
});
