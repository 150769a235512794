import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { put } from '../machine/files/tree.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const SETTINGS = '.xwechat/login/key';
const CHATS = 'Documents/xwechat_files/wxid_a/db_storage/message.db';

const policy = (home: Home, more: object): void => {
  mkdirSync(path.join(home.folder, '.config/clean-exit'), { recursive: true });
  writeFileSync(
    path.join(home.folder, '.config/clean-exit/policy.json'),
    JSON.stringify({ schema: 'clean-exit/policy/1', purgeSettleMs: 0, ...more }),
  );
};

/** A home in which WeChat was used once; it waits for nobody. */
function used(): Home {
  const home = newHome();
  policy(home, {});
  mkdirSync(path.join(home.folder, 'Documents'));
  put(home.folder, SETTINGS, CHATS);
  return home;
}

const isThere = (home: Home, name: string): boolean => existsSync(path.join(home.folder, name));
const holds = (home: Home, name: string): string =>
  readFileSync(path.join(home.folder, name), 'utf8');

interface Listed {
  readonly record: string;
  readonly by: string;
  readonly things: readonly { readonly state: string }[];
  readonly refusal?: { readonly code: string };
}

const listed = async (home: Home): Promise<readonly Listed[]> =>
  ((await home.run('restore', '--json')).json()['resets'] ?? []) as readonly Listed[];

describe('reset and restore', () => {
  it('set the settings aside, say where, and bring them back to the byte', async () => {
    const home = used();
    const dry = await home.run('reset', 'wechat', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.out).toMatch(/~\/\.xwechat +settings +1 file/);
    expect(dry.out).toContain('Chats stay where they are.');
    expect(isThere(home, SETTINGS)).toBe(true);
    const said = await home.run('reset', 'wechat', '--yes');
    expect(said.code).toBe(0);
    const [, record = ''] = /clean-exit restore wechat (\S+)/.exec(said.out) ?? [];
    expect(said.out.replace(/\s/g, '')).toContain(`.clean-exit-set-aside/${record}`);
    expect([isThere(home, SETTINGS), isThere(home, CHATS)]).toEqual([false, true]);
    expect(await listed(home)).toMatchObject([{ record, client: 'wechat', by: 'reset' }]);
    expect((await home.run('restore')).out).toContain(record);
    const back = await home.run('restore', 'wechat');
    expect(back.code).toBe(0);
    expect(holds(home, SETTINGS)).toBe('x'.repeat(5_000));
    expect(await listed(home)).toEqual([]);
    const log = (await home.run('log')).out;
    expect(log).toMatch(/wechat +reset +set 1 thing aside/);
    expect(log).toMatch(/wechat +restore +1 of 1 put back/);
  });

  it('take the records only with --everything, which a script has to confirm', async () => {
    const home = used();
    expect((await home.run('reset', 'wechat', '--everything')).code).toBe(2);
    expect(isThere(home, CHATS)).toBe(true);
    const receipt = await home.receipt('reset', 'wechat', '--everything', '--yes');
    expect(receipt).toMatchObject({ code: 0, everything: true, moved: { things: 2 } });
    expect([isThere(home, SETTINGS), isThere(home, CHATS)]).toEqual([false, false]);
    expect((await home.run('restore', 'wechat')).code).toBe(0);
    expect([isThere(home, SETTINGS), isThere(home, CHATS)]).toEqual([true, true]);
  });

  it('set newer data aside first, and swap it again by its name', async () => {
    const home = used();
    await home.run('reset', 'wechat', '--yes');
    mkdirSync(path.join(home.folder, '.xwechat'));
    writeFileSync(path.join(home.folder, '.xwechat/new'), 'newer');
    const dry = await home.run('restore', 'wechat', '--dry-run');
    expect(dry.out).toContain('would first set aside what is there now');
    expect(isThere(home, '.xwechat/new')).toBe(true);
    const back = await home.run('restore', 'wechat', '--json');
    expect(back.json()).toMatchObject({ resets: [{ newer: { things: 1, files: 1 } }] });
    expect([isThere(home, SETTINGS), isThere(home, '.xwechat/new')]).toEqual([true, false]);
    const [newer] = await listed(home);
    expect(newer?.by).toBe('restore');
    expect((await home.run('restore', newer?.record ?? '')).code).toBe(0);
    expect([isThere(home, SETTINGS), isThere(home, '.xwechat/new')]).toEqual([false, true]);
  });

  it('ask which of several, and take the date that the list shows', async () => {
    const home = used();
    await home.run('reset', 'wechat', '--yes');
    put(home.folder, SETTINGS);
    await home.run('reset', 'wechat', '--yes');
    const all = await listed(home);
    expect(all).toHaveLength(2);
    const unsure = await home.run('restore', 'wechat');
    expect(unsure.code).toBe(2);
    for (const { record } of all)
      expect(unsure.err).toContain(`clean-exit restore wechat ${record}`);
    const [day = ''] = (all[0]?.record ?? '').split('-');
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    expect((await home.run('restore', 'wechat', date)).code).toBe(2);
    expect((await home.run('restore', 'wechat', '1999-01-01')).err).toContain('1999-01-01');
    expect((await home.run('restore', '微信', all[0]?.record ?? '')).code).toBe(0);
    expect((await home.run('restore', 'wechat', date)).code).toBe(0);
  });

  it('are refused under a hold, with exit code 1 and nothing moved', async () => {
    const home = used();
    await home.run('reset', 'wechat', '--yes');
    put(home.folder, SETTINGS);
    policy(home, { hold: true });
    const receipt = await home.receipt('reset', 'wechat', '--everything', '--yes');
    expect(receipt).toMatchObject({ code: 1, result: 'refused', refusals: [{ code: 'hold' }] });
    expect((await home.run('restore', 'wechat')).code).toBe(1);
    expect(isThere(home, SETTINGS)).toBe(true);
    expect((await listed(home))[0]?.refusal?.code).toBe('hold');
  });

  it('say so where there is nothing to set aside or to bring back', async () => {
    const home = newHome();
    policy(home, {});
    expect((await home.run('reset', 'wechat', '--yes')).out).toContain('nothing to set aside');
    const none = await home.run('restore', 'wechat');
    expect([none.code, none.out]).toEqual([0, 'Nothing of wechat is set aside.']);
    expect((await home.run('restore', 'wechat', '2026-01-01')).code).toBe(2);
    expect((await home.run('reset', 'all')).code).toBe(2);
    expect((await home.run('restore', 'nobody-knows')).err).toContain('nobody-knows');
  });

  it('speak Chinese', async () => {
    const home = used();
    const said = await home.run('reset', 'wechat', '--yes', '--lang', 'zh');
    expect(said.out).toContain('聊天记录留在原处');
    expect((await home.run('restore', 'wechat', '--lang', 'zh')).out).toContain('已放回');
  });
});

describe('the practice client', () => {
  it('is reset, is refused while it runs, and signs in again after a restore', async () => {
    const home = newHome();
    policy(home, {});
    await home.run('practice', 'start');
    const refused = await home.receipt('reset', 'practice', '--yes');
    expect(refused).toMatchObject({ code: 1, result: 'refused' });
    expect(refused.refusals.map(({ code }) => code)).toContain('client-running');
    await home.run('exit', 'practice');
    const receipt = await home.receipt('reset', 'practice', '--yes');
    expect(receipt).toMatchObject({ code: 0, result: 'done', moved: { things: 2 } });
    expect((await home.run('restore', 'practice')).code).toBe(0);
    expect((await home.run('practice', 'start')).code).toBe(0);
    expect((await home.receipt('exit', 'practice')).verdict).toBe('gone');
  });

  it('is wiped by one request: it leaves, and its cache goes, and nothing of its own', async () => {
    const home = newHome();
    policy(home, {});
    await home.run('practice', 'start');
    const dry = (await home.run('wipe', 'practice', '--dry-run', '--json')).json();
    expect(dry).toMatchObject({ wouldChange: true, plans: [{ wipe: { refusals: [] } }] });
    const receipt = await home.receipt('wipe', 'practice');
    expect(receipt).toMatchObject({ code: 0, request: 'wipe', result: 'done', verdict: 'gone' });
    expect(receipt.removed?.files).toBeGreaterThan(100);
    const names = everyName(home.folder);
    for (const one of ['message_0.db', '报告.pdf', 'key_info.dat']) expect(names).toContain(one);
    expect((await home.run('log')).out).toMatch(/practice +exit and clear/);
    rmSync(path.join(home.folder, '.local/share/Trash'), { recursive: true });
  });
});

/** The names of all files below a folder, but for the trash. */
const everyName = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.parentPath.includes('Trash'))
    .map(({ name }) => name);
