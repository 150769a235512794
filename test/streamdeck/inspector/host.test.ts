import { expect, it } from 'vitest';
import { client, UUID } from './opened.ts';
import { inspecting } from './suite.ts';

inspecting('the inspector and its host', (open) => {
  it('registers, and asks for the state and the settings', async () => {
    const { site } = await open('safe-exit');
    expect(await site.hear('registerPropertyInspector')).toEqual({
      event: 'registerPropertyInspector',
      uuid: UUID,
    });
    expect(await site.hear('sendToPlugin')).toEqual({
      event: 'sendToPlugin',
      action: 'org.clean-exit.keys.safe-exit',
      context: UUID,
      payload: { ask: 'state' },
    });
    expect(await site.hear('getSettings')).toEqual({ event: 'getSettings', context: UUID });
  });

  it('keeps what a person chooses before the connection stands, and says it right after its own name', async () => {
    const { page, site } = await open('safe-exit');
    await site.hear('registerPropertyInspector');
    // In one step: the connection of this second call cannot stand yet.
    await page.evaluate(
      ([port, uuid]) => {
        const entrance: unknown = Reflect.get(globalThis, 'connectElgatoStreamDeckSocket');
        const info = JSON.stringify({ application: { language: 'en' } });
        const action = JSON.stringify({ action: 'safe-exit', payload: { settings: {} } });
        (entrance as (...all: readonly unknown[]) => void)(
          port,
          uuid,
          'registerAgain',
          info,
          action,
        );
        const select = document.querySelector<HTMLSelectElement>('#language');
        if (select) select.value = 'ja';
        select?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      [site.port, 'later'] as const,
    );
    await site.hear('registerAgain');
    for (;;) {
      const said = await site.hear('sendToPlugin');
      if (said['context'] !== 'later') continue;
      expect(said).toMatchObject({ payload: { say: 'language', language: 'ja' } });
      return;
    }
  });

  it('ignores messages that are malformed or not for it', async () => {
    const { page, site, tell } = await open('safe-exit', { settings: { client: 'wechat' } });
    await site.hear('getSettings');
    const payload = { tell: 'state' };
    for (const one of [
      '',
      '{',
      'null',
      '[]',
      '"state"',
      { event: 7 },
      { event: 'didReceiveSettings' },
      { event: 'didReceiveSettings', payload: { settings: 'none' } },
      { event: 'sendToPropertyInspector' },
      { event: 'sendToPropertyInspector', payload },
      { event: 'sendToPropertyInspector', payload: { ...payload, clients: [{ id: 1 }] } },
      { event: 'somethingNew', payload: { settings: { client: 'qq' } } },
    ]) {
      site.say(one);
    }
    tell({ clients: [client('wechat', 'residue')] });
    await page.locator('#now').getByText('left behind').waitFor();
    expect(await page.getByLabel('Client').inputValue()).toBe('wechat');
  });

  it('shows no picture from elsewhere, and none where the key has none yet', async () => {
    const { page, site, tell } = await open('status', { settings: { client: 'wechat' } });
    await site.hear('getSettings');
    tell({ face: 'https://example.org/face.png', clients: [client('wechat', 'running')] });
    await page.locator('#now').getByText('running').waitFor();
    expect(await page.locator('#face').getAttribute('src')).toBe(null);
    tell({ face: '', clients: [client('wechat', 'residue')] });
    await page.locator('#now').getByText('left behind').waitFor();
    expect(await page.getByRole('img').count()).toBe(0);
  });

  it('shows a name with markup as text', async () => {
    const name = '<img src=x onerror="document.title=1"><b>QQ</b>';
    const { page, site, tell } = await open('status', { settings: { client: 'qq' } });
    await site.hear('getSettings');
    tell({ clients: [{ ...client('qq', 'running'), name }] });
    await page.locator('#now').getByText(name).waitFor();
    expect(await page.locator('option:checked').first().textContent()).toBe(`${name} · running`);
    expect(await page.locator('img').count()).toBe(1);
    expect(await page.title()).toBe('Clean Exit');
  });

  it('says when its host has gone, and then takes nothing', async () => {
    const { page, site, tell } = await open('safe-exit');
    await site.hear('getSettings');
    tell({});
    await page.getByText('WECHAT', { exact: true }).waitFor();
    site.hangUp();
    await page.getByText('connection to Stream Deck is lost').waitFor();
    expect(await page.locator('form').evaluate((form: HTMLFormElement) => form.inert)).toBe(true);
  });
});
