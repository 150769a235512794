import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { put } from '../machine/files/tree.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const CACHE = '.config/Slack/Cache';

/** A home in which the cache of Slack was purged into the trash. */
async function purged(): Promise<{ readonly home: Home; readonly record: string }> {
  const home = newHome();
  mkdirSync(path.join(home.folder, '.config/clean-exit/clients'), { recursive: true });
  policy(home, {});
  put(home.folder, `${CACHE}/a`, `${CACHE}/d/b`);
  const receipt = await home.receipt('purge', 'slack');
  return { home, record: receipt.removed?.record ?? '' };
}

const policy = (home: Home, more: object): void =>
  writeFileSync(
    path.join(home.folder, '.config/clean-exit/policy.json'),
    JSON.stringify({ schema: 'clean-exit/policy/1', purgeSettleMs: 0, ...more }),
  );

const isBack = (home: Home): boolean => existsSync(path.join(home.folder, CACHE, 'd/b'));

describe('restore', () => {
  it('is what a purge that trashed names, and says what went back, in JSON and in the log', async () => {
    const { home, record } = await purged();
    const from = path.join(home.folder, CACHE);
    const item = { from, to: path.join(home.folder, '.local/share/Trash/files/Cache') };
    const listed = await home.run('restore', '--json');
    expect([listed.code, listed.err]).toEqual([0, '']);
    expect(listed.json()).toEqual({
      schema: 'clean-exit/restore/1',
      purges: [
        {
          ...{ record, client: 'slack', at: expect.any(String) as string },
          ...{ files: 2, bytes: expect.any(Number) as number },
          items: [{ ...item, state: 'restorable' }],
        },
      ],
    });
    const done = await home.run('restore', record, '--json');
    expect(done.code).toBe(0);
    expect(done.json()).toMatchObject({
      purges: [
        {
          record,
          items: [{ ...item, state: 'restored' }],
          receipt: { request: 'restore', restored: { record, things: 1, back: 1 } },
        },
      ],
    });
    expect(isBack(home)).toBe(true);
    const logged = (await home.run('log', '--json')).json()['receipts'] as { request: string }[];
    expect(logged.map(({ request }) => request)).toEqual(['purge', 'restore']);
    expect((await home.run('log')).out).toMatch(/slack +restore +1 of 1 put back/);
    expect((await home.run('log', '--lang', 'zh')).out).toMatch(/Slack +放回 +已放回 1\/1 项/);
  });

  it('is named by the purge in the words of a person', async () => {
    const { home } = await purged();
    put(home.folder, `${CACHE}/more`);
    expect((await home.run('purge', 'slack')).out).toMatch(
      /put back +clean-exit restore [0-9a-z-]+/,
    );
    put(home.folder, `${CACHE}/more`);
    const said = await home.run('purge', 'slack', '--lang', 'zh');
    expect(said.out).toMatch(/放回 +clean-exit restore [0-9a-z-]+/);
    put(home.folder, `${CACHE}/more`);
    expect((await home.run('purge', 'slack', '--permanently', '--yes')).out).not.toMatch(/restore/);
  });

  it('reads receipts and records of every folder: where the state folder could not be written', async () => {
    const { home, record } = await purged();
    const state = path.join(home.folder, '.local/state/clean-exit');
    renameSync(state, path.join(home.folder, 'clean-exit'));
    expect((await home.run('restore', '--json')).json()['purges']).toMatchObject([{ record }]);
    expect((await home.run('restore', record)).code).toBe(0);
    expect(isBack(home)).toBe(true);
  });

  it('is refused under a hold, and listed as such', async () => {
    const { home, record } = await purged();
    policy(home, { hold: true });
    for (const args of [['restore'], ['restore', record, '--dry-run'], ['restore', record]])
      expect((await home.run(...args)).out, args.join(' ')).toContain('A hold is in force');
    expect((await home.run('restore', record)).code).toBe(1);
    expect((await home.run('restore', record, '--lang', 'zh')).out).toContain(
      '禁止删除（法务保全）',
    );
    expect(isBack(home)).toBe(false);
  });

  it('is refused while a client of the user runs whose folder it reaches into, and names it', async () => {
    const { home, record } = await purged();
    const exe = path.join(home.folder, 'mine');
    copyFileSync('/bin/sleep', exe);
    chmodSync(exe, 0o755);
    const mine = {
      ...{ schema: 'clean-exit/client/1', id: 'mine', name: 'Mine' },
      editions: [
        {
          ...{ platform: 'linux', roots: [{ exe }] },
          data: [{ name: 'a', path: '{config}/Slack/Cache' }],
        },
      ],
    };
    const file = path.join(home.folder, '.config/clean-exit/clients/mine.json');
    writeFileSync(file, JSON.stringify(mine));
    const running = execa(exe, ['60'], { reject: false });
    const said = await home.run('restore', record);
    expect([said.code, said.out]).toEqual([
      1,
      expect.stringContaining('mine is running: nothing was'),
    ]);
    expect(said.out).toContain('clean-exit exit mine');
    expect((await home.run('restore')).out).toContain('mine is running');
    running.kill('SIGKILL');
    await running;
    expect((await home.run('restore', record)).code).toBe(0);
    expect(isBack(home)).toBe(true);
  });

  it.each([
    ['is at its place', (): void => {}],
    [
      'went into a folder that its client had made again',
      (home: Home) => put(home.folder, `${CACHE}/d/new`),
    ],
  ])('says of a second restore that everything is back already, where it %s', async (_, before) => {
    const { home, record } = await purged();
    before(home);
    expect((await home.run('restore', record)).code).toBe(0);
    const again = await home.run('restore', record);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('already put back')]);
    const list = (await home.run('restore', '--lang', 'zh')).out;
    expect(list).toContain('此前已放回');
    expect(list).not.toContain('clean-exit restore');
    expect((await home.run('restore', record, '--json')).json()['purges']).toMatchObject([
      { items: [{ state: 'already-back' }], receipt: { restored: { back: 1, before: 1 } } },
    ]);
    const logged = (await home.run('log')).out.trim().split('\n');
    expect(logged[1]).toMatch(/restore +1 of 1 put back/);
    expect(logged[2]).toMatch(/restore +already put back/);
  });

  it('goes by the record where no receipt could be kept, and says where no record could be', async () => {
    const { home } = await purged();
    const state = path.join(home.folder, '.local/state/clean-exit');
    rmSync(state, { recursive: true });
    // In the place of the folder of the session, too.
    writeFileSync(path.join(home.folder, 'clean-exit'), '');
    mkdirSync(path.join(state, 'receipts-2.jsonl'), { recursive: true, mode: 0o700 });
    chmodSync(state, 0o700);
    put(home.folder, `${CACHE}/d/b`);
    const { removed } = await home.receipt('purge', 'slack');
    expect((await home.run('restore', removed?.record ?? '')).code).toBe(0);
    expect(isBack(home)).toBe(true);
    rmSync(state, { recursive: true });
    mkdirSync(state, { mode: 0o700 });
    writeFileSync(path.join(state, 'trashed'), '');
    expect((await home.run('purge', 'slack')).out).toContain('no record could be saved');
  });

  it('says that what was taken out of the trash is no longer there', async () => {
    const { home, record } = await purged();
    rmSync(path.join(home.folder, '.local/share/Trash/files/Cache'), { recursive: true });
    const said = await home.run('restore', record);
    expect([said.code, said.out]).toEqual([1, expect.stringContaining('no longer in the trash')]);
    expect((await home.run('log')).out).toContain('0 of 1 put back');
  });

  it('calls altered what was written to in the trash', async () => {
    const { home, record } = await purged();
    writeFileSync(path.join(home.folder, '.local/share/Trash/files/Cache/d/b'), 'evil');
    expect((await home.run('restore')).out).toContain('0 of 1 can be put back, 1 only in part');
    const said = await home.run('restore', record);
    expect([said.code, said.out]).toEqual([
      1,
      expect.stringContaining('changed while in the trash'),
    ]);
    expect(readFileSync(path.join(home.folder, CACHE, 'd/b'), 'utf8')).toBe('evil');
    rmSync(path.join(home.folder, CACHE), { recursive: true });
  });
});
