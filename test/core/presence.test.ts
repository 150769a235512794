import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../shared/core/known.ts';
import type { Observation, Presence } from '../../shared/core/model.ts';
import { presence } from '../../shared/core/presence.ts';
import { BLIND, icon_, observations, process_, seen, window_ } from './situations.ts';

const holds = (law: (said: Presence, sight: Observation) => void): void =>
  fc.assert(
    fc.property(observations, (sight) => law(presence(sight), sight)),
    { numRuns: 300 },
  );

describe('what a client is doing, whatever was seen,', () => {
  it('is gone only where everything was seen and nothing was there', () => {
    holds((said, { processes, trayIcons, windows }) => {
      fc.pre(said === 'gone');
      for (const fact of [processes, trayIcons, windows]) expect(fact).toEqual(known([]));
    });
  });

  it('is running or in the tray exactly where a root was seen', () => {
    holds((said, { processes }) => {
      const hasRoot = processes.known && processes.value.some(({ role }) => role === 'root');
      expect(said === 'running' || said === 'in-tray').toBe(hasRoot);
    });
  });

  it('is in the tray only where an icon is seen, and that no window is', () => {
    holds((said, { trayIcons, windows }) => {
      fc.pre(said === 'in-tray');
      expect(trayIcons.known && trayIcons.value.length).toBeGreaterThan(0);
      expect(windows.known && windows.value.filter(({ visible }) => visible)).toEqual([]);
    });
  });

  it('does not depend on the processes of other users', () => {
    holds((said, sight) => {
      fc.pre(sight.others.length > 0);
      expect(presence({ ...sight, others: [] })).toBe(said);
    });
  });
});

describe('a client', () => {
  const root = { processes: known([process_(1)]) };

  it.each<[what: string, said: Presence, sight: Observation]>([
    ['of which nothing is there', 'gone', seen()],
    ['with a window', 'running', seen({ ...root, windows: known([window_(1)]) })],
    ['with neither window nor icon', 'running', seen(root)],
    ['with an icon alone', 'in-tray', seen({ ...root, trayIcons: known([icon_(1)]) })],
    [
      'with an icon and a hidden window',
      'in-tray',
      seen({ ...root, trayIcons: known([icon_(1)]), windows: known([window_(1, false)]) }),
    ],
    [
      'with an icon, whose windows were not seen',
      'running',
      seen({ ...root, trayIcons: known([icon_(1)]), windows: unknown('denied') }),
    ],
    [
      'of which a helper is left',
      'residue',
      seen({ processes: known([process_(2, { role: 'helper' })]), windows: unknown('denied') }),
    ],
    ['of which an icon is left', 'residue', seen({ trayIcons: known([icon_(9)]) })],
    ['of which a window is left', 'residue', seen({ windows: known([window_(9)]) })],
    ['whose processes were not seen', 'unknown', BLIND],
    ['whose icon was not seen', 'unknown', seen({ trayIcons: unknown('timeout') })],
  ])('%s is %s', (_, said, sight) => {
    expect(presence(sight)).toBe(said);
  });
});
