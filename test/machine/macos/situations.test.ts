import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/core/judge.ts';
import { presence } from '../../../shared/core/presence.ts';
import { seenOn } from './double/world.ts';
import { SITUATIONS } from './situations.ts';

describe('a client on a Mac', () => {
  it.each(SITUATIONS.map((one) => [`${one.client} ${one.what} (${one.source})`, one] as const))(
    '%s is told as what it is',
    async (_, { client, world, presence: expected }) => {
      const seen = await seenOn(world, client);
      expect(presence(seen)).toBe(expected);
      const verdict = judge({ kind: 'exit', client }, seen, [], []);
      expect(verdict === 'gone').toBe(expected === 'gone');
    },
  );
});
