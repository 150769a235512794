import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { newHome, tidyHomes, type Home } from '../cli/home.ts';
import { launcher } from '../raycast/stage.ts';
import { receiptsIn, stage, tidyHosts } from '../streamdeck/plugin/stage.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';

tidyHomes();
tidyHosts();

const inChinese =
  (home: Home) =>
  async (...args: string[]) => {
    const { code, out, err } = await home.run(...args, '--lang', 'zh');
    return { code, said: out + err };
  };

describe('the first ten minutes', () => {
  it('A Chinese reader quits a chat app by its Chinese name, frees its cache and puts it back', async () => {
    const home = newHome();
    const type = inChinese(home);
    await type('practice', 'start');
    expect(await type('ps')).toMatchObject({
      code: 1,
      said: expect.stringContaining('在托盘') as string,
    });
    expect(await type('quit', '练习客户端')).toMatchObject({
      code: 0,
      said: expect.stringContaining('已退净') as string,
    });
    expect((await type('微信')).said).toMatch(/微信.*未运行/);
    const preview = await type('clean', '练习客户端', '--dry-run');
    expect(preview.code).toBe(0);
    const purge = await type('clean', '练习客户端');
    expect(purge.code).toBe(0);
    const record = /clean-exit restore (\S+)/.exec(purge.said)?.[1] ?? '';
    expect(await type('restore', record)).toMatchObject({ code: 0 });
    expect((await type('log')).said).toMatch(/安全退出.*已退净/);
    expect((await type('qiut', '微信')).said).toMatch(/quit|exit/);
  });

  it('A power user asks by launcher and key, and one log has both', async () => {
    const home = newHome();
    await home.run('practice', 'start', '--temper', 'stubborn-helper');
    await launcher(nativeMachine(home.env)).start('safe-exit').ended;
    await home.run('practice', 'stop');
    await home.run('practice', 'start');
    const { key } = await stage({}, home);
    const one = key('safe-exit');
    await one.shows(/in tray|running/);
    one.press();
    await one.shows(/gone/);
    expect(receiptsIn(home).map(({ surface, verdict }) => [surface, verdict])).toEqual([
      ['Raycast', 'gone'],
      ['Stream Deck', 'gone'],
    ]);
  });

  it('An administrator quits everything from a script, reads one line, and takes the program away again', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const all = await home.run('exit', 'all', '--yes', '--json', '--then', 'force');
    expect(all.code).toBe(0);
    expect(JSON.stringify(all.json())).toContain('"gone"');
    expect((await home.run('exit', 'all', '--yes', '--quiet')).out).toBe('');
    const [last] = receiptsIn(home).slice(-1) as (Receipt & { looked?: unknown })[];
    expect(last).toMatchObject({ client: 'all', verdict: 'gone' });
    const script = path.join(home.folder, 'completion.bash');
    writeFileSync(script, (await home.run('completion', 'bash')).out);
    expect(readFileSync(script, 'utf8')).toContain('complete');
    await home.run('practice', 'stop');
    const dry = await home.run('uninstall', '--dry-run');
    expect(dry.out).toContain('clean-exit');
    expect((await home.run('uninstall', '--yes')).code).toBe(0);
    expect(existsSync(path.join(home.folder, '.local/state/clean-exit'))).toBe(false);
  });
});
