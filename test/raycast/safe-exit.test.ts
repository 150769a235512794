import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import { evening, receiptsAt } from './stage.ts';

tidyHomes();

const hud = (said: readonly object[]): readonly unknown[] =>
  said.flatMap((one) => ('hud' in one ? [one.hud] : []));

describe('safe exit from the launcher, with real processes', () => {
  it('says gone in the HUD only after everybody has left, and keeps the receipt', async () => {
    const { start, home } = await evening('polite');
    const one = start('safe-exit');
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(hud(one.said)).toEqual(['✓ Practice client is gone']);
    const [receipt] = receiptsAt(home);
    expect(receipt).toMatchObject({ verdict: 'gone', request: 'exit', surface: 'Raycast' });
    expect((await home.run('status', 'practice')).out).toContain('gone');
  });
});
