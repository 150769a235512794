import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../../shared/core/listing.ts';
import { startChild } from '../desk/child.ts';
import { tidy } from '../machine/linux/actors.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidy();
tidyHomes();

interface Stage {
  readonly home: Home;
  readonly files: string;
}

/** A practice client that has left, and where its files are. */
async function stage(): Promise<Stage> {
  const home = newHome();
  const started = await home.run('practice', 'start', '--json');
  await home.run('exit', 'practice');
  return { home, files: path.join(String(started.json()['home']), 'practice_files') };
}

const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();

async function listing(home: Home, ...args: string[]): Promise<Listing> {
  const said = await home.run('purge', 'practice', '--dry-run', '--json', ...args);
  const [plan] = said.json()['plans'] as { listing: Listing }[];
  if (!plan) throw new Error(said.out);
  return plan.listing;
}

describe('the preview of a purge', () => {
  it('lists by tier, account and folder what then goes, to the byte', async () => {
    const { home, files } = await stage();
    const list = await listing(home);
    expect(list.rows.map((row) => row.tier)).toEqual(list.rows.map(() => 'cache'));
    expect(list.rows.find((row) => row.folder.endsWith('/2026-11/Emoticon'))).toMatchObject({
      account: 'practice_ming',
      files: 45,
    });
    const before = below(files);
    const receipt = await home.receipt('purge', 'practice');
    expect(receipt.removed).toMatchObject({ files: list.files, bytes: list.bytes, to: 'trash' });
    expect(receipt.removed?.record).toMatch(/^[0-9a-z-]+$/);
    expect(before.length - below(files).length).toBe(list.files);
    expect((await listing(home)).files).toBe(0);
    const said = await home.run('purge', 'practice', '--dry-run');
    expect([said.code, said.out]).toEqual([0, 'Practice purge cache: nothing to remove']);
  });

  it('says what is big and stays', async () => {
    const { home, files } = await stage();
    const record = path.join(files, 'practice_ming/db_storage/message.db');
    execFileSync('/usr/bin/fallocate', ['-l', '120000000', record]);
    const said = await home.run('purge', 'practice', '--dry-run');
    expect(said.out).toMatch(/stays +practice_ming +1\d\d MB +chat records/);
    expect(said.out).not.toMatch(/stays +practice_hong/);
    expect(existsSync(record)).toBe(true);
  });

  it('shows people a table with sizes, days and the code of the list', async () => {
    const { home } = await stage();
    const said = await home.run('purge', 'practice', '--dry-run', '--tier', 'cache,your-files');
    expect(said.out).toMatch(
      /your files · practice_ming\s[^]*\/msg\n +file +2 files, 279 kB +20\d\d-/,
    );
    expect(said.out).toMatch(/202 files, 13\.1 MB · list [0-9a-f]{16}$/m);
    const zh = await home.run('purge', 'practice', '--dry-run', '--lang', 'zh');
    expect(zh.out).toMatch(/200 个文件，12\.8 MB · 清单 [0-9a-f]{16}$/m);
  });

  it('is also shown while the client runs, and nothing of it is touched', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const said = await home.run('purge', 'practice', '--dry-run');
    expect(said.out).toContain('still running');
    expect(said.out).toContain('would be removed once it has quit:');
    expect(said.out).toContain('200 files');
  });
});

describe('your own files', () => {
  const OWN = ['--tier', 'your-files'] as const;

  it('do not go without a consent to just this list, not even with --yes', async () => {
    const { home, files } = await stage();
    const before = below(files);
    for (const args of [
      [],
      ['--yes'],
      ['--as-shown', '0'.repeat(16)],
      ['--permanently', '--yes'],
    ]) {
      const receipt = await home.receipt('purge', 'practice', ...OWN, ...args);
      expect(receipt.code).toBe(1);
      expect(receipt.refusals).toHaveLength(args.includes('--permanently') ? 2 : 1);
    }
    expect(below(files)).toEqual(before);
  });

  it('go to the trash with the code of the list that was shown, and only there', async () => {
    const { home, files } = await stage();
    const { code } = await listing(home, ...OWN);
    const forGood = await home.receipt(
      'purge',
      'practice',
      ...OWN,
      '--as-shown',
      code,
      '--permanently',
    );
    expect(forGood.refusals).toMatchObject([{ code: 'trash-only' }]);
    const receipt = await home.receipt('purge', 'practice', ...OWN, '--as-shown', code);
    expect(receipt).toMatchObject({ verdict: 'gone', removed: { files: 2, to: 'trash' } });
    expect(below(path.join(home.folder, '.local/share/Trash/files'))).toHaveLength(2);
    expect(existsSync(path.join(files, 'practice_ming/db_storage/message/message_0.db'))).toBe(
      true,
    );
  });

  it('stay when one more arrived since the list was shown', async () => {
    const { home, files } = await stage();
    const { code } = await listing(home, ...OWN);
    writeFileSync(path.join(files, 'practice_ming/msg/file/2026-11/new.pdf'), 'mine');
    const receipt = await home.receipt('purge', 'practice', ...OWN, '--as-shown', code);
    expect(receipt.refusals).toMatchObject([{ code: 'changed' }]);
    expect(existsSync(path.join(files, 'practice_ming/msg/file/2026-11/报告.pdf'))).toBe(true);
  });

  it.each([
    ['n', 3],
    ['y', 1],
  ])('are shown at a terminal, and go on %s', async (answer, left) => {
    const { home, files } = await stage();
    const shell = `stty cols 200 rows 30; ${process.execPath} bin/clean-exit.cjs purge practice --tier your-files`;
    const child = await startChild('/usr/bin/script', ['-qefc', shell, '/dev/null'], {
      env: { ...home.env, TERM: 'xterm', SHELL: '/bin/sh' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    await child.says('Move these to the trash?');
    expect(child.stdout()).toContain('2 files, 279 kB');
    child.child.stdin?.write(`${answer}\r`);
    await child.ended;
    const kept = below(path.join(files, 'practice_ming/msg'));
    expect(kept).toHaveLength(left === 3 ? 2 : 0);
  });
});

describe('messages, logins, keys and backups', () => {
  it('are refused whatever the flags', async () => {
    const { home, files } = await stage();
    const before = below(files);
    const flags = [
      '--tier',
      'messages,cache',
      '--permanently',
      '--yes',
      '--account',
      'practice_ming',
    ];
    const receipt = await home.receipt('purge', 'practice', ...flags);
    expect(receipt).toMatchObject({ code: 1, refusals: [{ code: 'protected' }] });
    expect(below(files)).toEqual(before);
  });
});

describe('accounts', () => {
  it('are shown with sizes, and as in use while the client has their databases open', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const accounts = async (): Promise<unknown> => (await home.run('accounts', '--json')).json();
    const running = await home.run('accounts', 'practice');
    expect(running.out).toMatch(
      /practice_ming +in use +last used 20\d\d-\d\d-\d\d\n +cache 12\.1 MB/,
    );
    expect(running.out).not.toContain('cleanly');
    await home.run('force', 'practice', '--yes');
    const ended = await home.run('accounts', 'practice');
    expect(ended.out).toMatch(
      /practice_ming +not in use now [^]*leftovers [^]*never removed[^]*did not close its database/,
    );
    expect(await accounts()).toMatchObject({ schema: 'clean-exit/accounts/1' });
  });

  it('can be purged one by one', async () => {
    const { home, files } = await stage();
    const other = path.join(files, 'practice_li');
    for (const file of ['db_storage/a.db', 'temp/b.tmp']) {
      mkdirSync(path.dirname(path.join(other, file)), { recursive: true });
      writeFileSync(path.join(other, file), 'x');
    }
    const list = await listing(home, '--account', 'practice_li');
    expect(list).toMatchObject({ files: 1, accounts: ['practice_li', 'practice_ming'] });
    const receipt = await home.receipt('purge', 'practice', '--account', 'practice_li');
    expect(receipt.removed?.files).toBe(1);
    expect(below(files).length).toBeGreaterThan(200);
    const nobody = await home.receipt('purge', 'practice', '--account', 'nobody');
    expect(nobody.refusals).toMatchObject([{ code: 'no-such-account' }]);
  });
});

describe('a policy', () => {
  const write = (home: Home, text: string): void => {
    const folder = path.join(home.folder, '.config/clean-exit');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'policy.json'), text);
  };

  it('with a hold vetoes every removal, and force where it says so', async () => {
    const { home, files } = await stage();
    write(home, '{"schema":"clean-exit/policy/1","hold":true,"force":"never"}');
    const before = below(files);
    const receipt = await home.receipt('purge', 'practice', '--permanently', '--yes');
    expect(receipt).toMatchObject({ code: 1, refusals: [{ code: 'hold' }] });
    expect(below(files)).toEqual(before);
    const force = await home.receipt('force', 'practice', '--yes');
    expect(force.refusals).toMatchObject([{ code: 'force-not-allowed' }]);
    expect((await home.run('doctor')).out).toContain('A hold is in force');
  });

  it.each(['{"schema":"clean-exit/policy/1","hodl":true}', 'hold: true', '[]'])(
    'that cannot be understood stops every request: %s',
    async (text) => {
      const { home, files } = await stage();
      write(home, text);
      const before = below(files);
      const said = await home.run('purge', 'practice');
      expect(said).toMatchObject({ code: 2, out: '' });
      expect(said.err).toContain('policy.json');
      expect(below(files)).toEqual(before);
      expect((await home.run('status')).code).toBeLessThan(2);
    },
  );
});

describe('many files', () => {
  it('are removed for good by workers, and every protected file among them stays', async () => {
    const { home, files } = await stage();
    const temp = path.join(files, 'practice_ming/temp');
    for (let n = 0; n < 4_000; n++) {
      const folder = path.join(temp, String(n % 40));
      if (n < 40) mkdirSync(folder);
      writeFileSync(path.join(folder, `${n}.tmp`), 'x');
    }
    writeFileSync(path.join(temp, '7/message.db'), 'mine');
    const list = await listing(home);
    expect(list.files).toBe(4_200);
    const receipt = await home.receipt('purge', 'practice', '--permanently', '--yes');
    expect(receipt.removed).toEqual({ files: 4_200, bytes: list.bytes, to: 'nowhere' });
    expect(below(temp)).toEqual(['7/message.db']);
  });
});
