import { expect, it } from 'vitest';
import { client, FACE, payloadOf } from './opened.ts';
import { inspecting } from './suite.ts';

inspecting('what the inspector shows', (open) => {
  it('shows no face before the plugin has told one, then the face and what it says', async () => {
    const { page, site, tell } = await open('status', { settings: { client: 'wechat' } });
    const now = page.locator('#now');
    await now.getByText('looking').waitFor();
    expect(await page.getByRole('img').count()).toBe(0);
    await site.hear('getSettings');
    tell({});
    await now.getByText('in tray').waitFor();
    expect(await now.innerText()).toBe('WECHAT\nin tray');
    expect(await page.getByRole('img', { name: 'This key now' }).getAttribute('src')).toBe(FACE);
    tell({ clients: [client('wechat', 'gone', true)] });
    await now.getByText('gone').waitFor();
  });

  it('never says gone while it is not known of every client', async () => {
    const { page, site, tell } = await open('status');
    await site.hear('getSettings');
    tell({ clients: [client('qq'), client('wechat', 'unknown')] });
    await page.locator('#now').getByText('unknown').waitFor();
    tell({ clients: [client('qq'), client('wechat')] });
    await page.locator('#now').getByText('gone').waitFor();
    tell({ clients: [client('qq', 'residue'), client('wechat', 'running'), client('line')] });
    await page.locator('#now').getByText('left behind').waitFor();
    expect(await page.locator('#now b').allTextContents()).toEqual(['QQ', 'WECHAT']);
    tell({ clients: [] });
    await page.locator('#now').getByText('unknown').waitFor();
  });

  it('tells problems with what to do, and is calm again without them', async () => {
    const { page, site, tell } = await open('force-exit');
    await site.hear('getSettings');
    tell({ problems: ['hold-in-multi-action', 'no-such-client'], isInMultiAction: true });
    await page.getByText('Switch off “Confirm by holding”').waitFor();
    await page.getByText('is not known here').waitFor();
    tell({});
    await page.getByText('Switch off').waitFor({ state: 'detached' });
  });

  it('opens the help by itself where something was not seen, with the reason', async () => {
    const { page, site, tell } = await open('status');
    await site.hear('getSettings');
    tell({ platform: 'windows' });
    await page.getByText('If something cannot be seen').waitFor();
    expect(await page.getByText('administrator rights').isVisible()).toBe(false);
    tell({
      platform: 'linux',
      unseen: [
        { what: 'trayIcons', why: 'timeout' },
        { what: 'files', why: 'denied: EACCES' },
        { what: 'moon', why: 'clouds' },
      ],
    });
    await page.getByText('clean-exit doctor').waitFor();
    expect(await page.locator('#unseen li').allTextContents()).toEqual([
      'tray icons · no answer in time',
      'files · not allowed (EACCES)',
      'moon · clouds',
    ]);
  });

  it('opens the right pane of System Settings on macOS', async () => {
    const { page, site, tell } = await open('purge-cache');
    await site.hear('getSettings');
    tell({ platform: 'macos', unseen: [{ what: 'cache', why: 'denied' }] });
    await page.getByRole('button', { name: 'Open System Settings' }).click();
    expect(payloadOf(await site.hear('openUrl'))).toEqual({
      url: 'x-apple.systempreferences:com.apple.preference.security?Privacy_AllFiles',
    });
  });

  it('offers two answers about a program at an unknown place, and a namesake is one line', async () => {
    const { page, site, tell } = await open('status', { settings: { client: 'telegram' } });
    await site.hear('getSettings');
    // It asked for its state when it was opened.
    await site.hear('sendToPlugin');
    const doubt = { client: 'telegram', name: 'Telegram', pid: 7, place: '/mnt/T/Telegram' };
    tell({ doubts: [{ ...doubt, level: 'likely' }] });
    await page.getByRole('button', { name: 'It is Telegram' }).click();
    expect(payloadOf(await site.hear('sendToPlugin'))).toEqual({
      ...{ settle: 'is', client: 'telegram', place: '/mnt/T/Telegram' },
    });
    tell({ doubts: [{ ...doubt, level: 'namesake' }] });
    await page.getByText('Only has the name of Telegram: /mnt/T/Telegram').waitFor();
    expect(await page.getByRole('button', { name: 'It is' }).count()).toBe(0);
    tell({});
    await page.locator('#doubts').waitFor({ state: 'hidden' });
  });
});
