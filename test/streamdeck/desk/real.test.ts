import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CATALOGUE_IDS } from '../../../shared/clients/index.ts';
import { DEVICES } from '../../../streamdeck/desk/devices.ts';
import type { DeviceId } from '../../../streamdeck/desk/messages.ts';
import { practiceKeys } from '../../../streamdeck/desk/practice-keys.ts';
import { realClient } from '../../../streamdeck/desk/real.ts';
import { readSettings } from '../../../streamdeck/src/settings.ts';
import { deckWithoutPlugin } from './without-plugin.ts';

afterEach(() => vi.restoreAllMocks());

describe('a key of the virtual deck', () => {
  it('is real with every client but the practice client, and where nothing is set', () => {
    const other = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom('any', ...CATALOGUE_IDS), other, (client, more) => {
        expect(realClient({ ...more, client })).toBe(client);
        expect(realClient({ ...more, client: 'practice' })).toBeUndefined();
      }),
    );
    expect(realClient({})).toBe('any');
  });

  it('is real exactly where it would act on a real client', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (settings) => {
        const acts = readSettings(settings).settings.client;
        expect(realClient(settings)).toBe(acts === '?' || acts === 'practice' ? undefined : acts);
      }),
    );
  });

  it.each(Object.keys(DEVICES) as DeviceId[])(
    'is not real at first on %s, and lies on it',
    (device) => {
      const { columns, rows, dials } = DEVICES[device];
      const laid = practiceKeys(device);
      expect(laid.length).toBeGreaterThan(0);
      for (const { slot, settings } of laid) {
        expect(realClient(settings)).toBeUndefined();
        const [column = 0, row = 0] = slot.split(':')[1]?.split(',').map(Number) ?? [];
        expect(column).toBeLessThan(slot.startsWith('dial:') ? dials : columns);
        expect(row).toBeLessThan(rows);
      }
    },
  );
});

describe('a yes to a real key', () => {
  const CACHE = 'org.clean-exit.keys.purge-cache';
  const FORCE = 'org.clean-exit.keys.force-exit';
  const WECHAT = { client: 'wechat' };
  /** Safe exit of WeChat lies at 0,0 and was allowed; a purge of WeChat lies at 1,0. */
  async function allowed() {
    const one = await deckWithoutPlugin();
    await one.put('key:0,0', 'org.clean-exit.keys.safe-exit', WECHAT);
    await one.put('key:1,0', CACHE, WECHAT);
    expect(await one.press('key:0,0')).toBe('asked');
    await one.deck.handle({ do: 'allow', slot: 'key:0,0' });
    expect(await one.press('key:0,0')).toBe('pressed');
    return one;
  }

  it('does not count for another key that is moved to its place', async () => {
    const { deck, press } = await allowed();
    expect(await press('key:1,0')).toBe('asked');
    await deck.handle({ do: 'move', from: 'key:1,0', to: 'key:0,0' });
    expect(await press('key:0,0')).toBe('asked');
    expect(await press('key:1,0')).toBe('asked');
  });

  it('does not count for another key that is put there after it was cleared', async () => {
    const { deck, put, press } = await allowed();
    await deck.handle({ do: 'clear', slot: 'key:0,0' });
    await put('key:0,0', FORCE, WECHAT);
    expect(await press('key:0,0')).toBe('asked');
  });

  it('does not count for the same key that is put there once more', async () => {
    const { put, press } = await allowed();
    await put('key:0,0', 'org.clean-exit.keys.safe-exit', WECHAT);
    expect(await press('key:0,0')).toBe('asked');
  });

  it.each([
    { then: 'purge' },
    { confirm: false },
    { holdMs: 500 },
    { tiers: 'more' },
    { destination: 'nowhere' },
    { client: 'qq' },
    { client: 'any' },
  ])('is forgotten where its settings become %o, also when they are set back', async (more) => {
    const { settle, press } = await allowed();
    settle('key:0,0', { ...WECHAT, ...more });
    expect(await press('key:0,0')).toBe('asked');
    settle('key:0,0', WECHAT);
    expect(await press('key:0,0')).toBe('asked');
  });

  it('stands where the settings that are saved do the same', async () => {
    const { settle, press } = await allowed();
    settle('key:0,0', { ...WECHAT, then: 'nothing', note: 'of another version' });
    expect(await press('key:0,0')).toBe('pressed');
  });

  it('does not count for what the key became while the dialog was open', async () => {
    const { deck, settle, press } = await allowed();
    expect(await press('key:1,0')).toBe('asked');
    settle('key:1,0', { ...WECHAT, destination: 'nowhere' });
    await deck.handle({ do: 'allow', slot: 'key:1,0' });
    expect(await press('key:1,0')).toBe('asked');
  });

  it('is forgotten with another host, another deck and a plugin that starts again', async () => {
    for (const change of [
      { do: 'host', host: 'opendeck' },
      { do: 'device', device: 'mk2' },
    ] as const) {
      const { deck, press } = await allowed();
      await deck.handle(change);
      expect(await press('key:0,0')).toBe('asked');
    }
    const { deck, press } = await allowed();
    await deck.plugIn();
    expect(await press('key:0,0')).toBe('asked');
  });

  it('is not needed to let go, and a held key that becomes real is let go of', async () => {
    const { deck, put, settle, press, sent } = await allowed();
    await put('key:2,0', FORCE, { client: 'practice' });
    expect(await press('key:2,0')).toBe('pressed');
    settle('key:2,0', WECHAT);
    expect(sent.at(-1)).toBe('didReceiveSettings');
    await deck.handle({ do: 'release', slot: 'key:2,0' });
    expect(sent.at(-1)).toBe('didReceiveSettings');
  });
});
