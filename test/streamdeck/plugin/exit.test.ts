import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../../cli/home.ts';
import { stage, tidyHosts } from './stage.ts';

tidyHomes();
tidyHosts();

describe('a safe exit key', () => {
  it('goes from looking to running to working to gone', async () => {
    const { home, key } = await stage();
    await home.run('practice', 'start');
    const one = key('safe-exit');
    await one.shows(/in tray|running/);
    console.log(one.labels);
    one.press();
    await one.shows(/leaving/);
    await one.shows(/gone/);
    console.log(one.labels);
    expect(one.labels[0]).toMatch(/looking/);
  });
});
