import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../../cli/home.ts';
import { macHome, pidsOf } from './evening.ts';
import { EVENINGS } from './evenings.ts';

tidyHomes();

describe('the built command line on a Mac', () => {
  it.each(EVENINGS.map((one) => [one.what, one] as const))(
    'tells the truth of %s',
    async (_, { client, world, status, answers }) => {
      const home = macHome(world);
      const looked = (await home.run('status', client, '--json')).json();
      expect(looked).toMatchObject({ clients: [{ client, presence: status }] });
      for (const { kind, verdict, exitCode, refusals = [], left } of answers) {
        const receipt = await home.receipt(kind, client);
        expect({ kind, verdict: receipt.verdict, exitCode: receipt.code }).toEqual({
          ...{ kind, verdict, exitCode },
        });
        expect(receipt.refusals.map(({ code }) => code)).toEqual(refusals);
        expect(pidsOf(home.world())).toEqual(left);
      }
    },
  );

  it.each([
    ['a client of another user is nobody’s business', '502', 0],
    ['but is that of an administrator, whose exit code says that it runs', '0', 1],
  ])('%s', async (_, uid, code) => {
    const exe = '/Applications/WeChat.app/Contents/MacOS/WeChat';
    const home = macHome({ processes: [{ pid: 9_000_812, owner: 4_711, args: [exe] }] });
    home.env['CLEAN_EXIT_TEST_UID'] = uid;
    const status = await home.run('status', 'wechat', '--json');
    expect(status.code).toBe(code);
    expect(status.json()).toMatchObject({ clients: [{ presence: 'gone', others: 1 }] });
    expect(await home.receipt('exit', 'wechat')).toMatchObject({ verdict: 'gone', code });
    expect(pidsOf(home.world())).toEqual([9_000_812]);
  });

  it('lets ps-list look as well, and says that koffi is not loaded', async () => {
    const home = macHome({ processes: [] });
    const { secondLook, verdict } = (
      await home.run('exit', 'wechat', '--second-look', '--json')
    ).json();
    expect([verdict, secondLook]).toEqual(['gone', { outcome: 'agrees' }]);
    const { out } = await home.run('doctor');
    expect(out).toMatch(/good +second observer/);
    expect(out).toMatch(/limited +exit detection +kill\(2\)/);
  });

  it('puts back by its record what a purge moved into the Trash', async () => {
    const home = macHome({ processes: [] });
    const { removed } = await home.receipt('purge', 'wechat');
    expect([removed?.files, existsSync(home.log)]).toEqual([1, false]);
    const { code } = await home.run('restore', removed?.record ?? '');
    expect([code, existsSync(home.log)]).toEqual([0, true]);
    expect((await home.run('restore')).out).toContain('already put back');
  });
});
