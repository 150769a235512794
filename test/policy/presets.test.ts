import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../shared/core/presets.ts';
import { presets } from '../../shared/policy/presets/index.ts';
import { mergedPolicy } from '../../shared/policy/merge.ts';
import { readPolicy } from '../../shared/policy/read.ts';

const V2 = 'clean-exit/policy/2';

describe('the preset', () => {
  // Drawn again, where a value was changed on purpose: add -u
  it.each(PRESETS)('%s is the file that was drawn before', async (name) => {
    const file = { schema: V2, ...presets[name] };
    const text = `${JSON.stringify(file, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`./golden/${name}.json`);
  });

  it.each(PRESETS)('%s is a valid file, and the same as its name', (name) => {
    const written = readPolicy({ schema: V2, ...presets[name] });
    expect(written.issues).toEqual([]);
    expect(readPolicy({ schema: V2, preset: name })).toEqual(written);
  });

  it.each(PRESETS)('%s takes no picture, and asks nobody before a safe exit', (name) => {
    const { said } = readPolicy({ schema: V2, preset: name });
    expect(said.says.evidence).toBe('off');
    expect(said.says.demand?.exit).toBeUndefined();
  });

  it.each(['finance', 'government'] as const)('%s is strict about doubts', (name) => {
    expect(presets[name]).toMatchObject({ doubts: 'strict', secondLook: true, force: 'never' });
  });

  it('home is what holds without a file', () => {
    const { said } = readPolicy({ schema: V2, preset: 'home' });
    const { residueHours: _, ...policy } = mergedPolicy([{ source: 'managed', ...said }]).policy;
    const unsaid = { audit: 'off', evidence: 'off', doubts: 'usual', secondLook: false };
    expect(policy).toEqual({ ...mergedPolicy([]).policy, ...unsaid });
  });

  it('gives way to what its file says itself, field by field', () => {
    const own = { hold: false, times: { timeoutMs: 3 }, demand: { purge: ['confirm'] } };
    const { said } = readPolicy({ schema: V2, preset: 'finance', ...own });
    expect(said.says).toMatchObject({ hold: false, timeoutMs: 3, force: 'never' });
    expect(said.says.demand?.purge?.person).toEqual(['confirm']);
    expect(said.says.demand?.force?.person).toEqual(['presence', 'code']);
  });
});
