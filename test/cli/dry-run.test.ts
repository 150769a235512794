import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { start, tidy } from '../machine/linux/actors.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidy();
tidyHomes();

/** A program of this name in the home, which no client is known to have there. */
async function runs(home: Home, name: string): Promise<string> {
  const file = path.join(home.folder, 'x', name);
  mkdirSync(path.dirname(file), { recursive: true });
  copyFileSync('/bin/sleep', file);
  await start(file, ['600'], { env: home.env });
  return file;
}

const configured = (home: Home, name: string, text: string): void => {
  const file = path.join(home.folder, '.config/clean-exit', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const client = (exe: string): string =>
  JSON.stringify({
    ...{ schema: 'clean-exit/client/1', id: 'boss', name: 'Boss' },
    editions: [{ platform: 'linux', roots: [{ exe }] }],
  });

describe('a dry run', () => {
  it('of a client that may run somewhere else is unknown, as the request is', async () => {
    const home = newHome();
    await runs(home, 'wechat');
    const dry = await home.run('exit', 'wechat', '--dry-run');
    expect([dry.code, dry.out]).toEqual([1, expect.stringContaining('clients confirm wechat')]);
    expect((await home.receipt('exit', 'wechat')).code).toBe(dry.code);
  });

  it('of all clients, of which one cannot be read, promises nothing', async () => {
    const home = newHome();
    configured(home, 'clients/boss.json', '{ broken');
    const dry = await home.run('exit', 'all', '--dry-run');
    expect([dry.code, dry.out]).toEqual([1, expect.stringContaining('is broken')]);
    for (const args of [['exit', 'all'], ['status']])
      expect(await home.run(...args)).toMatchObject({
        code: 1,
        out: expect.stringContaining('no other chat app') as string,
      });
  });

  it('promises no force where the policy allows none', async () => {
    const home = newHome();
    configured(home, 'clients/boss.json', client(await runs(home, 'boss')));
    const planned = async (): Promise<string> =>
      (await home.run('exit', 'boss', '--then', 'force', '--dry-run')).out;
    expect(await planned()).toContain('end main process');
    configured(home, 'policy.json', '{"schema":"clean-exit/policy/1","force":"never"}');
    expect(await planned()).not.toContain('end main process');
    expect(await planned()).toContain('does not allow force');
  });
});
