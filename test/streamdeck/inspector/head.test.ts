import { SUPPORT } from '../../../streamdeck/inspector/support.ts';
import { expect, it } from 'vitest';
import { payloadOf } from './opened.ts';
import { inspecting } from './suite.ts';

inspecting('the head of the inspector', (open) => {
  it("is the key's own name and what a press does, and follows the language and the settings", async () => {
    const { page, site, tell } = await open('force-exit');
    await site.hear('getSettings');
    await page.getByRole('heading', { name: 'Force Exit', level: 1 }).waitFor();
    await page.getByText('a short press ends nothing').waitFor();
    await page.getByLabel('Confirm by holding').uncheck();
    await page.getByText('A press ends the client and its helpers at once.').waitFor();
    tell({ language: 'zh_CN' });
    await page.getByRole('heading', { name: '强制退出', level: 1 }).waitFor();
    await page.getByText('按一下：立即结束客户端及其辅助进程。').waitFor();
  });

  it('says in a multi action that nobody can hold it there', async () => {
    const { page, site, tell } = await open('purge-cache');
    await site.hear('getSettings');
    tell({ isInMultiAction: true });
    await page.getByText('A press only shows a warning here').waitFor();
  });

  it('hands the address of the help to the host', async () => {
    const { page, site } = await open('hide');
    await page.getByRole('link', { name: 'Help and support' }).click();
    expect(payloadOf(await site.hear('openUrl'))).toEqual({ url: SUPPORT });
  });
});
