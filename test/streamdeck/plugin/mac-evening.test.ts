import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../../cli/home.ts';
import { until } from '../../desk/until.ts';
import { macHome, pidsOf, type MacHome } from '../../machine/macos/evening.ts';
import { EVENINGS } from '../../machine/macos/evenings.ts';
import { receiptsAt, stage, tidyHosts } from './stage.ts';

tidyHomes();
tidyHosts();

const receiptsOf = ({ folder }: MacHome) =>
  receiptsAt(path.join(folder, 'Library/Application Support/clean-exit'));

/** Each has a host of its own, so not all of the table. */
const TRIED = EVENINGS.filter(({ what }) => /its part|Lark, while|in Downloads|by sudo/.test(what));

describe('the built plugin on a Mac', () => {
  it.each(TRIED.map((one) => [one.what, one] as const))(
    'tells the truth of %s',
    async (_, { client, world, answers: [answer] }) => {
      const home = macHome(world);
      const { key } = await stage({}, home);
      const one = key('safe-exit', { client });
      await one.shows(/gone|running|in tray|\?|partly|unknown/);
      one.press();
      const receipt = await until(() => receiptsOf(home)[0], 'a receipt');
      expect(receipt.verdict).toBe(answer?.verdict);
      expect(pidsOf(home.world())).toEqual(answer?.left);
    },
  );

  it('purges on a hold although nobody has looked at sizes', async () => {
    const home = macHome({ processes: [] });
    const { key } = await stage({}, home);
    const one = key('purge-cache', { client: 'wechat', holdMs: 500 });
    await one.shows(/purge/);
    one.down();
    await one.shows(/in trash/);
    one.up();
    expect(existsSync(home.log)).toBe(false);
  });
});
