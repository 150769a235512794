import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../shared/core/known.ts';
import type { DeckState } from '../../../streamdeck/src/deck-state.ts';
import { rootsOf } from '../../../streamdeck/src/targets.ts';
import { process_, seen } from '../../core/situations.ts';

const root = { ...process_(7), role: 'root' } as const;
const stateWith = (processes: ReturnType<typeof seen>['processes']): DeckState =>
  ({
    snapshots: new Map([
      ['chat', { client: 'chat', presence: 'running', seen: seen({ processes }) }],
    ]),
  }) as unknown as DeckState;

describe('a hold means', () => {
  it('the roots that the face stood for', () => {
    const { pid, startTime, owner } = root;
    const roots = rootsOf(['chat'], stateWith(known([root])));
    expect(roots.get('chat')).toEqual([{ pid, startTime, owner }]);
  });

  it.each([
    ['could not be seen', stateWith(unknown('denied'))],
    ['was not looked at', { snapshots: undefined } as unknown as DeckState],
  ])('no root of a client that %s, and not all of them', (_, state) => {
    expect(rootsOf(['chat'], state).get('chat')).toEqual([]);
  });
});
