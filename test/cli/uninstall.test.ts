import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startChild } from '../desk/child.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const put = (home: Home, file: string, text = ''): string => {
  const at = path.join(home.folder, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
  return at;
};

const IRC = {
  ...{ schema: 'clean-exit/client/1', id: 'irc', name: 'IRC' },
  editions: [{ platform: 'linux', roots: [{ exe: '/opt/irc/irc' }] }],
};
const FISH = '.config/fish/completions/clean-exit.fish';

/** A home in which Clean Exit was used, beside files that are not its own. */
async function usedHome(): Promise<Home> {
  const home = newHome();
  put(home, '.config/TelegramDesktop/tdata/A7', 'messages');
  put(home, '.config/clean-exit/clients/irc.json', JSON.stringify(IRC));
  await home.run('practice', 'start');
  await home.run('exit', 'practice');
  await home.run('purge', 'practice');
  await home.run('practice', 'stop');
  await home.run('clients', 'deny', '/opt/irc/other');
  put(home, FISH, (await home.run('completion', 'fish')).out);
  return home;
}

/** The same with a receipt alone, in less time. */
async function quietHome(): Promise<Home> {
  const home = newHome();
  put(home, '.config/TelegramDesktop/tdata/A7', 'messages');
  await home.run('exit', 'telegram');
  return home;
}

const left = (home: Home): readonly string[] =>
  readdirSync(home.folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => path.relative(home.folder, path.join(one.parentPath, one.name)))
    .filter((file) => !file.includes('Trash'))
    .sort();

describe('clean-exit uninstall', () => {
  it('says all that would go and what stays, and changes nothing in a dry run', async () => {
    const home = await usedHome();
    const before = left(home);
    const said = await home.run('uninstall', '--dry-run');
    expect([said.code, said.err]).toEqual([0, '']);
    for (const file of ['receipts-2.jsonl', 'places.json', 'clients/irc.json', FISH, '/trashed/'])
      expect(said.out).toContain(file);
    expect(said.out).toContain('1 purge moved to the trash');
    expect(said.out).not.toContain('Telegram');
    expect(left(home)).toEqual(before);
    const plan = (await home.run('uninstall', '--dry-run', '--json')).json();
    expect(plan).toMatchObject({ wouldChange: true, stays: [] });
  });

  it('removes all of its own and nothing else, and tells how the program itself goes', async () => {
    const home = await usedHome();
    const said = await home.run('uninstall', '--yes');
    expect([said.code, said.err]).toEqual([0, '']);
    expect(left(home)).toEqual(['.config/TelegramDesktop/tdata/A7']);
    expect(existsSync(path.join(home.folder, '.config/clean-exit'))).toBe(false);
    expect(existsSync(path.join(home.folder, '.local/state/clean-exit'))).toBe(false);
    for (const word of [process.cwd(), 'Stream Deck', 'Raycast']) expect(said.out).toContain(word);
    const again = await home.run('uninstall', '--yes', '--json');
    expect([again.code, again.json()]).toEqual([0, expect.objectContaining({ removed: [] })]);
  });

  it('keeps what it does not know, follows no link, and says that they stay', async () => {
    const home = await quietHome();
    const notes = put(home, '.config/clean-exit/notes.txt', 'mine');
    const target = put(home, 'dotfiles/policy.json', '{"schema":"clean-exit/policy/1"}');
    symlinkSync(target, path.join(home.folder, '.config/clean-exit/policy.json'));
    put(home, '.zfunc/_clean-exit', '#compdef clean-exit\n# somebody else’s');
    const said = await home.run('uninstall', '--yes');
    expect(said.code).toBe(1);
    expect(said.out).toContain(notes);
    expect(left(home)).toEqual([
      '.config/TelegramDesktop/tdata/A7',
      '.config/clean-exit/notes.txt',
      '.zfunc/_clean-exit',
      'dotfiles/policy.json',
    ]);
  });

  it('removes nothing of a state folder that is a link', async () => {
    const home = newHome();
    const receipts = put(home, 'elsewhere/receipts-2.jsonl', 'theirs');
    mkdirSync(path.join(home.folder, '.local/state'), { recursive: true });
    symlinkSync(path.dirname(receipts), path.join(home.folder, '.local/state/clean-exit'));
    const said = await home.run('uninstall', '--yes');
    expect([said.code, existsSync(receipts)]).toEqual([1, true]);
    expect(said.out).toContain('is a symbolic link');
  });

  it.each<[title: string, begin: (home: Home) => unknown, en: string, zh: string]>([
    ['without a terminal and --yes', () => undefined, '--yes', '--yes'],
    [
      'while a practice client is there',
      (home) => home.run('practice', 'start'),
      'practice stop',
      '练习',
    ],
    [
      'under a hold',
      (home) =>
        put(home, '.config/clean-exit/policy.json', '{"schema":"clean-exit/policy/1","hold":true}'),
      'hold',
      '保全',
    ],
  ])('removes nothing %s, and says what to do', async (title, begin, en, zh) => {
    const home = await quietHome();
    await begin(home);
    const before = left(home);
    const flags = title.includes('--yes') ? [] : ['--yes'];
    const said = await home.run('uninstall', ...flags);
    expect([said.code, said.out]).toEqual([2, '']);
    expect(said.err).toContain(en);
    expect((await home.run('uninstall', ...flags, '--lang', 'zh')).err).toContain(zh);
    expect(left(home)).toEqual(before);
  });

  it('asks at a terminal, and a no is no', async () => {
    const home = await quietHome();
    const before = left(home);
    const asked = `stty cols 200; ${process.execPath} bin/clean-exit.cjs uninstall`;
    const child = await startChild('/usr/bin/script', ['-qefc', asked, '/dev/null'], {
      env: { ...home.env, TERM: 'xterm', SHELL: '/bin/sh' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    await child.says('[y/N]');
    child.child.stdin?.write('n\r');
    await child.ended;
    expect(child.stdout()).toContain('Nothing was changed');
    expect(left(home)).toEqual(before);
  });
});
