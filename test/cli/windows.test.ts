import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { readRecording } from '../../shared/machine/recorded/recording-file.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { entering, putFiles, removeFolder, type Part } from '../wine/client.ts';
import { beginNode, cleanExit, homeOf } from '../wine/node.ts';
import { DRIVE_C, hasWine, INSTALL, seenInWine } from '../wine/wine.ts';

const USER = '王 芳';
const HOME = homeOf(USER);
const DATA = `C:/users/${USER}/AppData/Roaming/Telegram Desktop`;
const TELEGRAM: Part = { exe: `${DATA}/Telegram.exe`, windowClass: 'Qt51515QWindowIcon' };

const inData = (...names: readonly string[]) => names.map((name) => `tdata/${name}`);

describe.skipIf(!hasWine)(`the command line on Windows${hasWine ? '' : `: ${INSTALL}`}`, () => {
  const { enter, clear } = entering();
  afterEach(async () => {
    await clear();
    removeFolder(`C:/users/${USER}`);
  });
  const receipt = async (
    ...args: readonly string[]
  ): Promise<Receipt & { code: number | null }> => {
    const { code, out, err } = await cleanExit(HOME, ...args, '--json');
    if (err !== '') throw new Error(err);
    return { ...(receiptSchema.parse(JSON.parse(out)) as Receipt), code };
  };

  it('tells the state of a client, makes it leave, and keeps a receipt', async () => {
    const telegram = await enter(TELEGRAM);
    const before = await cleanExit(HOME, 'status', 'telegram', '--json');
    expect([before.code, before.err]).toEqual([1, '']);
    expect(JSON.parse(before.out)).toMatchObject({ clients: [{ presence: 'running' }] });
    expect(await receipt('exit', 'telegram')).toMatchObject({ verdict: 'gone', code: 0 });
    expect(telegram.wroteInOrder()).toBe(true);
    const state = path.join(DRIVE_C, 'users', USER, 'AppData/Local/clean-exit');
    expect(readdirSync(state)).toContain('receipts-2.jsonl');
    const log = await cleanExit(HOME, 'log');
    expect(log.out).toContain('telegram');
  });

  it('ends one that does not leave, and only when told to', async () => {
    await enter({ ...TELEGRAM, temper: 'deaf' });
    const asked = await receipt('exit', 'telegram', '--timeout', '1');
    expect(asked.verdict).toBe('still-running');
    expect(await receipt('force', 'telegram', '--yes')).toMatchObject({ verdict: 'gone', code: 0 });
  });

  it('purges what the preview listed, and nothing of the records', async () => {
    putFiles(DATA, 4_000, ...inData('user_data/cache/0/1', 'user_data/media_cache/2', 'key_datas'));
    const before = await cleanExit(HOME, 'purge', 'telegram', '--dry-run');
    expect(before.out).toContain('2 files');
    const done = await receipt('purge', 'telegram', '--yes');
    expect(done).toMatchObject({ verdict: 'gone', removed: { files: 2, to: 'trash' }, code: 0 });
    const data = path.join(DRIVE_C, DATA.slice(3), 'tdata');
    expect(existsSync(path.join(data, 'key_datas'))).toBe(true);
    expect(existsSync(path.join(data, 'user_data/cache/0/1'))).toBe(false);
  });

  it.each([[], ['--permanently']])(
    'purges where Node tells no device by a path (%s)',
    async (...more) => {
      putFiles(DATA, 4_000, ...inData('user_data/cache/0/1', 'user_data/cache/2', 'key_datas'));
      const preload = seenInWine(path.resolve('test/wine/no-device.cjs'));
      const program = seenInWine(path.resolve('bin/clean-exit.cjs'));
      const args = ['-r', preload, program, 'purge', 'telegram', '--yes', '--json', ...more];
      const { out } = await beginNode(args, HOME).said;
      expect(JSON.parse(out), out).toMatchObject({ verdict: 'gone', removed: { files: 2 } });
      expect(existsSync(path.join(DRIVE_C, DATA.slice(3), 'tdata/key_datas'))).toBe(true);
    },
  );

  it('records what it sees in one file that our tests can replay, with nothing private in it', async () => {
    await enter(TELEGRAM);
    const file = path.join(DRIVE_C, 'users', USER, 'seen.json');
    const said = await cleanExit(HOME, 'doctor', '--record', seenInWine(file));
    expect([said.code, said.err]).toEqual([0, '']);
    expect(readRecording(file)).toMatchObject({
      platform: 'windows',
      clients: expect.arrayContaining([
        expect.objectContaining({ client: 'telegram' }) as unknown,
      ]) as unknown,
    });
    expect(readFileSync(file, 'utf8')).not.toMatch(/王|芳/);
  });

  it('speaks Chinese, and says what it can see there', async () => {
    const said = await cleanExit(HOME, 'doctor', '--lang', 'zh');
    expect([said.code, said.err]).toEqual([0, '']);
    expect(said.out).toContain('进程');
  });

  it('is finished by the next run where it was ended in the middle of a purge', async () => {
    const files = Array.from({ length: 1_000 }, (_, n) => `user_data/cache/${n % 50}/${n}`);
    putFiles(DATA, 10, ...inData('key_datas', ...files));
    const cache = path.join(DRIVE_C, DATA.slice(3), 'tdata/user_data');
    const left = (): number => {
      try {
        const all = readdirSync(cache, { recursive: true, withFileTypes: true });
        return all.filter((one) => one.isFile()).length;
      } catch {
        return -1; // A folder went while we were reading: it has begun.
      }
    };
    const program = seenInWine(path.resolve('bin/clean-exit.cjs'));
    const { child, said } = beginNode(
      [program, 'purge', 'telegram', '--permanently', '--yes', '--json'],
      HOME,
    );
    while (left() === files.length && child.exitCode === null) await setTimeout(5);
    child.kill('SIGKILL');
    const { code, out } = await said;
    expect([code, out]).toEqual([null, '']);
    putFiles(DATA, 0);
    const again = await receipt('purge', 'telegram', '--permanently', '--yes');
    expect(again).toMatchObject({ verdict: 'gone', code: 0 });
    expect(left()).toBe(0);
    expect(existsSync(path.join(cache, '../key_datas'))).toBe(true);
  }, 120_000);
});
