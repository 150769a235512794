import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { thisOwner } from '../../shared/store/lock-owner.ts';
import { removeOwnThings } from '../../shared/store/remove-own-things.ts';
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

/** The question at a terminal, before the answer. */
async function asked(home: Home): ReturnType<typeof startChild> {
  const line = `stty cols 200; ${process.execPath} bin/clean-exit.cjs uninstall`;
  const child = await startChild('/usr/bin/script', ['-qefc', line, '/dev/null'], {
    env: { ...home.env, TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  await child.says('[y/N]');
  return child;
}

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
    expect(said.out).toContain('a link to');
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

  const CLAIM = '.local/state/clean-exit/claims/slack';
  const HOLD = '{"schema":"clean-exit/policy/1","hold":true}';
  it.each<[title: string, file: string, text: () => string, says: RegExp]>([
    ['a hold', '.config/clean-exit/policy.json', () => HOLD, /hold/],
    ['a request', CLAIM, () => JSON.stringify(thisOwner('exit')), /running for slack/],
  ])('looks again after the yes: %s that came meanwhile keeps all', async (_, file, text, says) => {
    const home = await quietHome();
    const child = await asked(home);
    const before = left(home);
    put(home, file, text());
    child.child.stdin?.write('y\r');
    await child.ended;
    expect(child.stdout()).toMatch(says);
    expect(left(home)).toEqual([...before, file].sort());
  });

  it('keeps what came after the list, and says that it came then', async () => {
    const home = await quietHome();
    const child = await asked(home);
    const policy = put(home, '.config/clean-exit/policy.json', '{"schema":"clean-exit/policy/1"}');
    child.child.stdin?.write('y\r');
    await child.ended;
    expect(child.stdout()).toMatch(new RegExp(`${policy}\\s+came after the list: kept`));
    expect(left(home)).toEqual([
      '.config/TelegramDesktop/tdata/A7',
      '.config/clean-exit/policy.json',
    ]);
  });

  it('keeps a claim that is taken while it removes, and all that follows', () => {
    const home = newHome();
    const claim = put(home, CLAIM, JSON.stringify(thisOwner('exit')));
    const dead = put(home, `${CLAIM}-dead`, JSON.stringify({ ...thisOwner('exit'), pid: 4e6 }));
    const receipts = put(home, '.local/state/clean-exit/receipts-2.jsonl');
    const kinds = [dead, claim, receipts].map((file) => ({ path: file, kind: 'notes' }) as const);
    const things = { files: kinds, folders: [], stays: [] };
    expect(removeOwnThings(things, () => !existsSync(dead))).toEqual({
      removed: [kinds[0]],
      stays: [claim, receipts].map((file) => ({ path: file, why: 'busy' })),
    });
    expect(
      removeOwnThings({ ...things, files: [{ path: claim, kind: 'notes' }] }, () => false),
    ).toEqual({
      removed: [],
      stays: [{ path: claim, why: 'busy' }],
    });
    expect(existsSync(claim)).toBe(true);
  });

  const RECORDS = ['m1a2b3c4-00000001', 'm1a2b3c4-00000002'];
  const putRecords = (home: Home): void => {
    for (const [at, text] of ['{"trashed":[]}', '{damaged'].entries())
      put(home, `.local/state/clean-exit/trashed/${RECORDS[at]}.json`, text);
  };

  it('counts every restore record, old and damaged ones too, also in JSON and with -q', async () => {
    const home = newHome();
    putRecords(home);
    expect((await home.run('uninstall', '--dry-run')).out).toContain('2 purges moved to the trash');
    const plan = (await home.run('uninstall', '--dry-run', '--json')).json();
    expect(plan).toMatchObject({ recordsLost: 2 });
    const said = await home.run('uninstall', '--yes', '-q');
    expect([said.code, said.out]).toEqual([0, '']);
    expect(said.err).toContain('2 purges moved to the trash');
    putRecords(home);
    const json = await home.run('uninstall', '--yes', '--json');
    expect([json.json(), json.err]).toMatchObject([{ recordsLost: 2 }, '']);
  });

  it('keeps what a reset set aside with the record that leads back, until it is back', async () => {
    const home = newHome();
    const settings = put(home, '.xwechat/all_users/config/global_config', 'mine');
    await home.run('reset', 'wechat', '--yes');
    const before = left(home).filter((file) => file.includes('set-aside'));
    expect(before).toHaveLength(2);
    const said = await home.run('uninstall', '--yes');
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/\.clean-exit-set-aside[\s\S]*clean-exit\s+restore/);
    expect(left(home)).toEqual(before);
    expect((await home.run('restore', 'wechat')).code).toBe(0);
    const again = await home.run('uninstall', '--yes');
    expect([again.code, left(home)]).toEqual([0, [path.relative(home.folder, settings)]]);
  });

  it('removes codes and used orders, and keeps pictures, a key and a record nobody can read', async () => {
    const home = newHome();
    const state = '.local/state/clean-exit';
    const own = [
      ...[
        'evidence/.20261130180000000-wechat.png',
        'code.json',
        `orders/${'a'.repeat(32)}.json`,
        'orders/latest',
      ],
    ].map((file) => put(home, `${state}/${file}`));
    const record = put(home, `${state}/set-aside/20261130-180000-0123abcd.json`, '{damaged');
    const picture = put(home, `${state}/evidence/20261130180000000-wechat.png`);
    const key = put(home, '.config/clean-exit/signing-key', 'mine');
    const said = await home.run('uninstall', '--yes', '--json');
    const { removed, stays } = said.json() as Record<string, { path: string; why: string }[]>;
    expect(removed?.map((one) => one.path).sort()).toEqual(own.sort());
    expect(stays?.map((one) => [one.path, one.why])).toEqual([
      [picture, 'picture'],
      [record, 'set-aside'],
      [key, 'key'],
    ]);
  });

  const ASIDE = `.config/Slack/Cache/.clean-exit-${'a'.repeat(32)}`;

  it('refuses while an interrupted purge has set something aside, until that is finished', async () => {
    const home = await quietHome();
    const aside = put(home, `${ASIDE}/Cache_Data/f_000001`);
    for (const flags of [['--yes'], ['--dry-run']]) {
      const said = await home.run('uninstall', ...flags);
      expect([said.code, said.out]).toEqual([2, '']);
      expect(said.err).toContain(path.dirname(path.dirname(aside)));
      expect(said.err).toContain('clean-exit purge slack');
    }
    await home.run('purge', 'slack', '--yes');
    expect((await home.run('uninstall', '--yes')).code).toBe(0);
  });

  it('says where nobody could look for what was set aside', async () => {
    const home = await quietHome();
    const closed = path.join(home.folder, '.config/Slack/Cache');
    mkdirSync(closed, { recursive: true });
    chmodSync(closed, 0);
    const said = await home.run('uninstall', '--yes', '--json');
    chmodSync(closed, 0o700);
    expect(said.code).toBe(1);
    expect(said.json()).toMatchObject({ notSeen: [{ client: 'slack', code: 'denied' }] });
  });

  it('keeps and names a completion that is not just what it prints', async () => {
    const home = newHome();
    const printed = (await home.run('completion', 'bash')).out;
    const texts: [file: string, text: string][] = [
      [FISH, '# not made by clean-exit completion\n'],
      ['.zfunc/_clean-exit', '#compdef clean-exit\n# clean-exit completion for zsh\necho mine\n'],
      ['.bash_completion.d/clean-exit', `${printed}\nalias mine=1\n`],
    ];
    const own = put(home, '.local/share/bash-completion/completions/clean-exit', `${printed}\n`);
    const kept = texts.map(([file, text]) => put(home, file, text));
    const said = (await home.run('uninstall', '--yes', '--json')).json();
    expect(said['removed']).toEqual([{ path: own, kind: 'completion' }]);
    expect(said['stays']).toHaveLength(3);
    expect(said['stays']).toEqual(
      expect.arrayContaining(kept.map((file) => ({ path: file, why: 'not-as-printed' }))),
    );
    expect(kept.map((file) => readFileSync(file, 'utf8'))).toEqual(texts.map(([, text]) => text));
  });

  it.each(['.config', '.local/state'])(
    'removes nothing behind a folder in %s that is a link, and names both',
    async (above) => {
      const home = newHome();
      const theirs = put(home, 'dotfiles/places.json', '{"schema":"clean-exit/places/1"}');
      const receipts = put(home, 'dotfiles/receipts-2.jsonl');
      const link = path.join(home.folder, above, 'clean-exit');
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(path.dirname(theirs), link);
      const real = realpathSync(link);
      for (const flags of [['--dry-run'], ['--yes']]) {
        const said = await home.run('uninstall', ...flags, '--json');
        expect([said.code, said.json()['stays']]).toEqual([1, [{ path: link, why: 'link', real }]]);
      }
      expect((await home.run('uninstall', '--yes')).out).toContain(real);
      expect([theirs, receipts].every((file) => existsSync(file))).toBe(true);
    },
  );

  it('waits for no pipe in the place of a file', { timeout: 20_000 }, async () => {
    const home = newHome();
    const pipes = [FISH, '.local/state/clean-exit/trashed/m1a2b3c4-00000001.json', CLAIM].map(
      (file) => path.join(home.folder, file),
    );
    for (const pipe of pipes) {
      mkdirSync(path.dirname(pipe), { recursive: true });
      execFileSync('mkfifo', [pipe]);
    }
    const said = await home.run('uninstall', '--yes', '--json');
    expect(said.code).toBe(1);
    const stays = said.json()['stays'] as { path: string }[];
    expect(stays.map((one) => one.path).sort()).toEqual(pipes.toSorted());
    for (const pipe of pipes) expect(existsSync(pipe)).toBe(true);
  });

  it('names in a dry run what stays, and ends as the real run would', async () => {
    const home = await quietHome();
    const notes = put(home, '.config/clean-exit/notes.txt', 'mine');
    const said = await home.run('uninstall', '--dry-run');
    expect(said.code).toBe(1);
    expect(said.out).toMatch(new RegExp(`${notes}\\s+not\\s+a\\s+file\\s+of\\s+Clean\\s+Exit`));
  });

  it('asks at a terminal, and a no is no', async () => {
    const home = await quietHome();
    const before = left(home);
    const child = await asked(home);
    child.child.stdin?.write('n\r');
    await child.ended;
    expect(child.stdout()).toContain('Nothing was changed');
    expect(left(home)).toEqual(before);
  });
});
