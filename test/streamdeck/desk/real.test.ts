import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE_IDS } from '../../../shared/clients/index.ts';
import { DEVICES } from '../../../streamdeck/desk/devices.ts';
import type { DeviceId } from '../../../streamdeck/desk/messages.ts';
import { practiceKeys } from '../../../streamdeck/desk/practice-keys.ts';
import { realClient } from '../../../streamdeck/desk/real.ts';
import { readSettings } from '../../../streamdeck/src/settings.ts';

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
