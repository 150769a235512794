import { describe, expect, it } from 'vitest';
import { expiryOf } from '../../shared/cli/commands/orders/expiry.ts';

const NOW = new Date(2026, 10, 20, 17, 0).getTime();

describe('when an order ends', () => {
  it('is a day of the calendar: a day that no month has is a mistake', () => {
    expect(new Date(expiryOf('2026-11-30', NOW, 'en')).getDate()).toBe(30);
    for (const said of ['2026-11-31', '2026-11-31T18:30', '2026-11-31 18:30Z', '2026-13-01'])
      expect(() => expiryOf(said, NOW, 'en')).toThrow();
  });
});
