import { expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { presence } from '../../../shared/core/presence.ts';
import { at, hidden, seenOf } from './worlds.ts';

const traits = { isSubordinate: true } as const;

it.each([
  ['at its place', at('/usr/bin/telegram-desktop')],
  ['that hides its program', hidden('telegram-deskto')],
  ['at another place', at('/mnt/T/Telegram')],
])('a client under a subordinate user id is unknown, %s, and another user’s is not', (_, one) => {
  const other = { ...one, owner: '100999' };
  expect(presence(seenOf('telegram', [{ ...other, traits }], clients))).toBe('unknown');
  expect(presence(seenOf('telegram', [other], clients))).toBe('gone');
});
