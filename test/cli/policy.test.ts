import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const put = (home: Home, file: string, value: unknown): string => {
  const at = path.join(home.folder, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, typeof value === 'string' ? value : JSON.stringify(value));
  return at;
};
const OWN = '.config/clean-exit/policy.json';
const V2 = { schema: 'clean-exit/policy/2' };

describe('the policy at the command line', () => {
  it('starts from a preset, is checked, tried without effect and then holds for one client', async () => {
    const home = newHome();
    const preset = await home.run('policy', 'show', '--preset', 'finance');
    const file = put(home, 'draft.json', preset.out);
    expect(await home.run('policy', 'check', file)).toMatchObject({ code: 0, err: '' });
    const tried = await home.run('policy', 'explain', '--as', file);
    expect(tried.code).toBe(0);
    expect(tried.out).toContain('Hold: nothing is removed');
    expect((await home.run('policy', 'explain')).out).toContain('No hold');
    const own = { ...V2, clients: { wechat: { hold: true, times: { timeoutMs: 7 } } } };
    put(home, OWN, own);
    const shown = (await home.run('policy', 'show', '微信', '--json')).json();
    expect(shown['values']).toContainEqual(
      expect.objectContaining({ field: 'hold', value: true, source: 'user', onlyFor: 'wechat' }),
    );
    expect((await home.run('policy', 'show', 'slack', '--json')).out).not.toContain('onlyFor');
    const refused = await home.receipt('purge', 'wechat', '--yes');
    expect(refused.refusals).toMatchObject([
      { code: 'hold', detail: expect.stringContaining(OWN) as string },
    ]);
  });

  it('names each fault of a file with its field and what is expected, in both languages', async () => {
    const home = newHome();
    const file = put(home, 'bad.json', {
      ...V2,
      hold: 'yes',
      demand: { exit: { order: ['code'] } },
    });
    const said = await home.run('policy', 'check', file);
    expect(said.code).toBe(2);
    expect(said.out).toContain('"hold" must be true or false');
    expect(said.out).toContain('asks nobody');
    const json = (await home.run('policy', 'check', file, '--json')).json();
    expect(json).toMatchObject({
      valid: false,
      faults: [{ field: 'hold' }, { field: 'demand.exit.order' }],
    });
    expect((await home.run('policy', 'check', file, '--lang', 'zh')).out).toContain(
      '应为true 或 false',
    );
    const none = await home.run('policy', 'check', path.join(home.folder, 'none.json'));
    expect(none).toMatchObject({ code: 2 });
    expect((await home.run('policy', 'explain', '--as', file)).code).toBe(2);
  });

  it('of version 1 holds as before, and is shown by the names of version 2', async () => {
    const home = newHome();
    put(home, OWN, { schema: 'clean-exit/policy/1', timeoutMs: 1_234, force: 'never' });
    const shown = (await home.run('policy', '--json')).json();
    expect(shown['values']).toContainEqual(
      expect.objectContaining({ field: 'times.timeoutMs', value: 1_234 }),
    );
    expect((await home.run('schema', 'policy-1')).out).toContain('clean-exit/policy/1');
    expect((await home.run('schema', 'policy')).out).toContain('clean-exit/policy/2');
  });
});
