import { describe, expect, it } from 'vitest';
import { NO_SESSION, withLearned } from '../../shared/core/desktop-session.ts';

const of = (number: number) => ({
  environment: {
    DBUS_SESSION_BUS_ADDRESS: `unix:path=/run/${number}`,
    DISPLAY: `:${number}`,
  },
});

describe('what is known of the desktop', () => {
  it('keeps the desktop of a client that has gone when another client names one of its own', () => {
    const both = withLearned(withLearned(NO_SESSION, of(1)), of(2));
    expect(both.environment).toEqual(of(2).environment);
    expect(both.buses).toEqual(['unix:path=/run/1']);
    expect(both.screens?.map((one) => one['DISPLAY'])).toEqual([':1']);
  });

  it('says of a desktop that is ours nothing twice', () => {
    const again = withLearned(withLearned(NO_SESSION, of(1)), of(1));
    expect([again.buses ?? [], again.screens ?? []]).toEqual([[], []]);
  });

  it('is as it was where a look learned nothing', () => {
    const known = withLearned(NO_SESSION, of(1));
    expect(withLearned(known, undefined)).toBe(known);
  });
});
