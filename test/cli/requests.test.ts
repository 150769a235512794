import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from '../desk/until.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();

const practiceHome = async (home: Home, ...more: string[]): Promise<string> => {
  const said = await home.run('practice', 'start', '--json', ...more);
  return String(said.json()['home']);
};

describe('a dry run', () => {
  it('says what would be done and changes nothing', async () => {
    const home = newHome();
    const folder = path.join(await practiceHome(home), 'practice_files');
    const before = filesBelow(folder);
    for (const request of ['exit', 'force', 'purge', 'hide']) {
      const said = await home.run(request, 'practice', '--dry-run');
      expect(said.err).toBe('');
    }
    expect(filesBelow(folder)).toEqual(before);
    const status = await home.run('status', 'practice', '--json');
    expect(status.json()).toMatchObject({ clients: [{ presence: 'in-tray' }] });
  });
});

describe('a purge', () => {
  it('moves the cache to the trash of this home, and no chat record', async () => {
    const home = newHome();
    const folder = path.join(await practiceHome(home), 'practice_files');
    await home.run('exit', 'practice');
    const before = filesBelow(folder);
    const receipt = await home.receipt('purge', 'practice');
    const after = filesBelow(folder);
    expect(before.filter((file) => /db_storage|login|msg/.test(file))).toEqual(
      after.filter((file) => /db_storage|login|msg/.test(file)),
    );
    expect(before.length - after.length).toBeGreaterThan(100);
    const trash = path.join(home.folder, '.local/share/Trash');
    expect(filesBelow(path.join(trash, 'files')).length).toBe(before.length - after.length);
    const [note = ''] = readdirSync(path.join(trash, 'info'));
    expect(readFileSync(path.join(trash, 'info', note), 'utf8')).toMatch(
      /^\[Trash Info\]\nPath=\/.*\nDeletionDate=\d{4}-\d\d-\d\dT/,
    );
    expect(receipt.removed?.bytes).toBeGreaterThan(1_000_000);
  });

  it('is refused while the client runs, naming it and the next step', async () => {
    const home = newHome();
    await practiceHome(home);
    const receipt = await home.receipt('purge', 'practice');
    expect(receipt.code).toBe(1);
    expect(receipt.refusals).toMatchObject([{ code: 'client-running' }]);
  });

  it('leaves a planted link, and what lies behind it, alone', async () => {
    const home = newHome();
    const folder = path.join(await practiceHome(home), 'practice_files');
    const { symlinkSync } = await import('node:fs');
    const precious = path.join(home.folder, 'precious');
    mkdirSync(precious);
    writeFileSync(path.join(precious, 'letter.txt'), 'mine');
    const link = path.join(folder, 'practice_ming/temp/link');
    symlinkSync(precious, link);
    await home.run('exit', 'practice');
    const receipt = await home.receipt('purge', 'practice');
    expect(receipt.refusals).toMatchObject([{ code: 'link', subject: link }]);
    expect(receipt.verdict).toBe('partly');
    expect(existsSync(link) && existsSync(path.join(precious, 'letter.txt'))).toBe(true);
  });

  it('frees WeChat’s cache, and none of its messages, logins and keys', async () => {
    const home = newHome();
    const account = path.join(home.folder, 'Documents/xwechat_files/wxid_ming');
    const put = (file: string): void => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, 'x'.repeat(5_000));
    };
    const kept = [
      `${account}/db_storage/message/message_0.db`,
      `${account}/temp/key_info.db`,
      `${account}/msg/file/2026-11/a.pdf`,
      path.join(home.folder, 'Documents/xwechat_files/all_users/login/wxid_ming/key_info.dat'),
      path.join(home.folder, '.xwechat/config/global_config'),
    ];
    const gone = [
      `${account}/temp/ImageTemp/a.jpg`,
      `${account}/cache/2026-11/Emoticon/b`,
      path.join(home.folder, '.xwechat/log/c.xlog'),
    ];
    for (const file of [...kept, ...gone]) put(file);
    // It was last used long ago, so nobody has to wait.
    const { execaSync } = await import('execa');
    execaSync('/usr/bin/find', [home.folder, '-exec', 'touch', '-d', '2026-01-01', '{}', '+']);
    const receipt = await home.receipt('purge', 'wechat');
    expect(receipt.removed?.bytes).toBe(3 * 8_192);
    expect([...kept, ...gone].filter(existsSync).sort()).toEqual([...kept].sort());
  });
});

describe('two requests at once', () => {
  it('do not both act: the second is told who is at it', async () => {
    const home = newHome();
    await practiceHome(home, '--temper', 'deaf');
    const first = home.begin(['exit', 'practice', '--timeout', '60s', '--json']);
    const claim = path.join(home.folder, '.local/state/clean-exit/claims/practice');
    await until(() => existsSync(claim), 'the first request holds its claim');
    const second = await home.receipt('force', 'practice');
    expect(second.refusals).toMatchObject([{ code: 'busy' }]);
    expect(second.refusals[0]?.detail).toContain(`pid ${first.pid}`);
    first.kill('SIGINT');
    expect((await first).exitCode).toBe(1);
    expect((await home.receipt('force', 'practice')).verdict).toBe('gone');
  });

  it('of which the first was killed do not lock the client for ever', async () => {
    const home = newHome();
    await practiceHome(home, '--temper', 'deaf');
    const first = home.begin(['exit', 'practice', '--timeout', '60s']);
    const claim = path.join(home.folder, '.local/state/clean-exit/claims/practice');
    await until(() => existsSync(claim), 'the first request holds its claim');
    first.kill('SIGKILL');
    await first;
    const forced = await home.receipt('force', 'practice');
    // Nobody was asked, nor shown a root.
    expect(forced).toMatchObject({ verdict: 'gone', consent: { by: 'option' } });
    expect(forced.only).toBeUndefined();
  });
});

describe('Ctrl-C', () => {
  it('ends the waiting, and the receipt says how far it got', async () => {
    const home = newHome();
    await practiceHome(home, '--temper', 'deaf');
    const running = home.begin(['exit', 'practice', '--timeout', '60s', '--json']);
    const claim = path.join(home.folder, '.local/state/clean-exit/claims/practice');
    await until(() => existsSync(claim), 'the request holds its claim');
    running.kill('SIGINT');
    const { exitCode, stdout } = await running;
    expect(exitCode).toBe(1);
    const receipt = JSON.parse(String(stdout)) as { verdict: string; steps: { why?: string }[] };
    expect(receipt.verdict).toBe('still-running');
    expect(receipt.steps.map((step) => step.why)).toContain('cancelled');
    expect(existsSync(claim)).toBe(false);
  });
});

describe('receipts', () => {
  it('are kept for their owner alone, and shown by client and time', async () => {
    const home = newHome();
    await practiceHome(home);
    await home.run('exit', 'practice');
    await home.run('exit', 'wechat');
    const file = path.join(home.folder, '.local/state/clean-exit/receipts-2.jsonl');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const all = (await home.run('log', '--json')).json();
    expect(all).toMatchObject({ receipts: [{ client: 'practice' }, { client: 'wechat' }] });
    const some = (await home.run('log', '--client', 'wechat', '--since', '1h', '--json')).json();
    expect(some['receipts']).toHaveLength(1);
    const none = await home.run('log', '--since', '2099-01-01');
    expect(none.out).toContain('no matching receipts');
  });
});
