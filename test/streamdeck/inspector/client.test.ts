import { expect, it } from 'vitest';
import { FACE } from './opened.ts';
import { inspecting } from './suite.ts';

inspecting('choosing a client', (open) => {
  it('offers first whichever runs, then the clients by how near they are', async () => {
    const { page, site, tell } = await open('hide');
    await site.hear('getSettings');
    tell({});
    const select = page.getByLabel('Client');
    await select.locator('optgroup').first().waitFor({ state: 'attached' });
    const lists = await select.evaluate((one) =>
      [...one.children].map((child) => [
        child.getAttribute('label'),
        ...[...child.querySelectorAll('option')].map((option) => option.textContent),
      ]),
    );
    expect(lists).toEqual([
      [null],
      ['Running', 'WECHAT · in tray'],
      ['On this computer', 'QQ · gone'],
      ['Not found on this computer', 'SLACK'],
    ]);
    expect(await select.locator('option').first().textContent()).toBe('Whichever is running');
  });

  it('saves the client that is chosen, and keeps what other versions saved', async () => {
    const settings = { client: 'qq', fromTomorrow: { a: [1] }, holdMs: 2_000 };
    const { page, site, tell, saved } = await open('safe-exit', { settings });
    await site.hear('getSettings');
    tell({});
    await page.getByLabel('Client').selectOption('wechat');
    expect(await saved()).toEqual({ ...settings, client: 'wechat' });
    site.say({ event: 'didReceiveSettings', payload: { settings: { later: 1, client: 'slack' } } });
    await page.locator('#now').getByText('SLACK').waitFor();
    await page.getByLabel('Purge its cache').check();
    expect(await saved()).toEqual({ later: 1, client: 'slack', then: 'purge' });
  });

  it('does not show another client than the one that the key acts on', async () => {
    const { page, site, tell } = await open('hide', { settings: { client: 'gone-from-us' } });
    await site.hear('getSettings');
    tell({ problems: ['no-such-client'] });
    await page.getByText('Choose another one').waitFor();
    const chosen = page.getByLabel('Client').locator('option:checked');
    expect(await chosen.textContent()).toBe('gone-from-us (not known)');
  });

  it('leaves a list under the hand alone while the face changes', async () => {
    const { page, site, tell } = await open('safe-exit');
    await site.hear('getSettings');
    tell({});
    const option = page.locator('#client optgroup option').first();
    await option.waitFor({ state: 'attached' });
    const before = await option.elementHandle();
    tell({ face: `${FACE}%20` });
    await page.locator('#face[src$="%20"]').waitFor();
    expect(await before?.evaluate((one) => one.isConnected)).toBe(true);
  });
});
