import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Places } from '../../shared/core/paths.ts';
import { policyFiles } from '../../shared/store/policy-files.ts';
import { folder, tidy } from '../machine/linux/actors.ts';

tidy();

/** The folders of a person and of an administrator, with their policies. */
function placesWith(files: { managed?: unknown; own?: unknown }): Places {
  const top = folder();
  const places = {
    home: top,
    ourState: path.join(top, 'state'),
    ourConfig: path.join(top, 'own'),
    ourManaged: path.join(top, 'managed'),
  };
  for (const [place, value] of [
    [places.ourManaged, files.managed],
    [places.ourConfig, files.own],
  ] as const) {
    if (value === undefined) continue;
    mkdirSync(place);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    writeFileSync(path.join(place, 'policy.json'), text);
    chmodSync(path.join(place, 'policy.json'), 0o644);
  }
  return places;
}

const V2 = { schema: 'clean-exit/policy/2' };

describe('the policy for one client', () => {
  const own = {
    ...V2,
    times: { timeoutMs: 9_000 },
    clients: { wechat: { times: { timeoutMs: 4_000 }, hold: true, demand: { purge: ['code'] } } },
  };

  it('is what its file says of this client, before what it says of all', async () => {
    const places = placesWith({ own });
    const [all, one, other] = await Promise.all(
      [undefined, 'wechat', 'slack'].map((client) => policyFiles(places, { client })),
    );
    expect(all?.policy).toMatchObject({ timeoutMs: 9_000, hold: false });
    expect(other?.policy).toEqual(all?.policy);
    expect(one?.policy).toMatchObject({ timeoutMs: 4_000, hold: true });
    expect(one?.policy.demand?.purge?.person).toEqual(['code']);
    const file = path.join(places.ourConfig, 'policy.json');
    expect(one?.origin.hold).toEqual({ source: 'user', file, client: 'wechat' });
    expect(all?.of?.('wechat').policy).toEqual(one?.policy);
  });

  it('that the person described forbids what the administrator forbids of any single one', async () => {
    const says = {
      force: 'never',
      demand: { exit: ['code'] },
      times: { timeoutMs: 5 },
      wipe: ['cache'],
    };
    const places = placesWith({ managed: { ...V2, clients: { telegram: says } } });
    const ask = { distrusts: async () => undefined, isOwn: (id: string) => id === 'mine' };
    const mine = await policyFiles(places, { ...ask, client: 'mine' });
    expect(mine.policy).toMatchObject({ force: 'never', demand: { exit: { person: ['code'] } } });
    expect(mine.of?.('mine').policy).toEqual(mine.policy);
    expect([mine.policy.timeoutMs, mine.policy.wipe]).toEqual([10_000, undefined]);
    const other = await policyFiles(places, { ...ask, client: 'slack' });
    expect(other.policy.force).toBe('allow');
  });

  it('takes back nothing that holds for all, and no other client names what objects have', async () => {
    const places = placesWith({ own: { ...V2, hold: true, clients: { slack: { hold: false } } } });
    expect((await policyFiles(places, { client: 'slack' })).policy.hold).toBe(true);
    expect((await policyFiles(places, { client: 'constructor' })).policy.hold).toBe(true);
  });
});

describe('a policy file that cannot be understood', () => {
  it('of a person stops everything, and counts as strict', async () => {
    const found = await policyFiles(placesWith({ own: 'hold: true' }));
    expect(found.faults).toMatchObject([{ field: '', problem: { code: 'not-json' } }]);
    expect(found.faults[0]?.refuses).toBeUndefined();
    expect(found.policy).toMatchObject({ hold: true, force: 'never', doubts: 'strict' });
  });

  it('of an administrator refuses what its broken field might have forbidden, and the rest holds', async () => {
    const managed = { ...V2, hold: 'yes', times: { timeoutMs: 7 } };
    const found = await policyFiles(placesWith({ managed }));
    expect(found.policy).toMatchObject({ hold: true, force: 'allow', timeoutMs: 7 });
    expect(found.faults).toMatchObject([
      {
        field: 'hold',
        expected: 'boolean, not string',
        refuses: expect.arrayContaining(['purge']) as string[],
      },
    ]);
  });
});
