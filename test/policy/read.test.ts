import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../shared/policy/read.ts';

const V2 = { schema: 'clean-exit/policy/2' };
const faults = (value: unknown) =>
  readPolicy(value).issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a policy file', () => {
  it('of version 1 stays valid, and its keys are the times of version 2', () => {
    const times = { timeoutMs: 5, graceMs: 4, settleMs: 3, purgeSettleMs: 2 };
    const old = readPolicy({ schema: 'clean-exit/policy/1', hold: true, ...times });
    expect(old.issues).toEqual([]);
    expect(old.said).toEqual(readPolicy({ ...V2, hold: true, times }).said);
  });

  it('may mean every trigger with one list, of an exit and a wipe the person alone', () => {
    const demand = { exit: ['presence'], wipe: ['code'], force: ['code'] };
    const { said, issues } = readPolicy({ ...V2, demand });
    expect(issues).toEqual([]);
    expect(said.says.demand).toEqual({
      exit: { person: ['presence'] },
      wipe: { person: ['code'] },
      force: { person: ['code'], schedule: ['code'], policy: ['code'], order: ['code'] },
    });
  });

  it.each([
    [{ demand: { exit: { schedule: ['code'] } } }, 'demand.exit.schedule: an empty list'],
    [{ demand: { purge: ['kode'] } }, 'demand.purge.0: Invalid option'],
    [{ demand: { purge: 'code' } }, 'demand.purge: a list of proofs, or an object'],
    [{ demand: { dance: ['code'] } }, 'demand: Unrecognized key: "dance"'],
    [{ when: [{ at: '25:00' }] }, 'when.0.at: a local time such as 18:30'],
    [{ when: [{ when: 'soon' }] }, 'when.0: one of "at"'],
    [{ wipe: ['your-files'] }, 'wipe.0: Invalid option'],
    [{ wipe: ['messages'] }, 'wipe.0: Invalid option'],
    [{ times: { timeoutMs: -1 } }, 'times.timeoutMs: Too small'],
    [{ hodl: true }, ': Unrecognized key: "hodl"'],
    [{ schema: 'clean-exit/policy/3', hodl: true }, 'schema: Invalid option: expected one of'],
    [{ clients: { wechat: { hold: 1 } } }, 'clients.wechat.hold: Invalid input: expected boolean'],
    [{ preset: 'bank' }, 'preset: Invalid option'],
    [[], ': Invalid input: expected object'],
    [null, ': Invalid input: expected object'],
  ])('%j is refused where the fault is', (more, said) => {
    const value = Array.isArray(more) || more === null ? more : { ...V2, ...more };
    expect(faults(value)).toEqual([expect.stringContaining(said) as string]);
  });

  it('with one broken field says the rest, and the broken one at its strictest', () => {
    const { said, issues } = readPolicy({
      ...V2,
      hold: 'yes',
      force: 'never',
      times: { graceMs: 7 },
    });
    expect(said.says).toEqual({ hold: true, force: 'never', graceMs: 7 });
    expect(issues.map(({ might }) => might.refuses)).toEqual([
      ['purge', 'reset', 'restore', 'wipe'],
    ]);
  });

  it('with one broken demand keeps every other one, also of a single client', () => {
    const demand = { purge: ['kode'], force: ['code'] };
    const { said, issues } = readPolicy({ ...V2, demand, clients: { wechat: { demand } } });
    const rest = { force: { person: ['code'] } };
    expect(said.says.demand).toMatchObject(rest);
    expect(said.clients?.['wechat']?.demand).toMatchObject(rest);
    // What a wipe removes would be a purge without its proof.
    expect([said.says.wipe, said.clients?.['wechat']?.wipe]).toEqual([[], []]);
    expect(issues.map(({ might }) => might.refuses)).toEqual([
      ['purge', 'wipe'],
      ['purge', 'wipe'],
    ]);
  });

  it('with a broken demand for force forbids force, behind an exit as well', () => {
    const { said, issues } = readPolicy({ ...V2, demand: { force: ['kode'] } });
    expect(said.says.force).toBe('never');
    expect(issues.map(({ might }) => might.refuses)).toEqual([['force']]);
  });

  it('with one broken time keeps the others', () => {
    expect(readPolicy({ ...V2, times: { timeoutMs: -1, graceMs: 7 } }).said.says).toEqual({
      graceMs: 7,
    });
  });
});
