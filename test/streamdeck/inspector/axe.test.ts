import { expect, it } from 'vitest';
import { ACTIONS } from '../../../streamdeck/src/actions/index.ts';
import { foundByAxe } from '../axe.ts';
import { inspecting } from './suite.ts';

inspecting('axe-core finds nothing on the inspector', (open) => {
  it.each(ACTIONS.map(({ id }) => id))(
    'of %s, dark and light, with all that it can say',
    async (id) => {
      const { page, site, tell } = await open(id);
      await site.hear('getSettings');
      const doubt = {
        client: 'qq',
        name: 'QQ',
        pid: 7,
        place: '/opt/qq',
        level: 'likely',
      } as const;
      tell({
        platform: 'macos',
        problems: ['no-such-client', 'hold-in-multi-action'],
        unseen: [{ what: 'files', why: 'denied' }],
        doubts: [doubt, { ...doubt, level: 'namesake' }],
      });
      await page.locator('#unseen li').waitFor();
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
        expect(await foundByAxe(page), colorScheme).toEqual([]);
      }
    },
  );
});
