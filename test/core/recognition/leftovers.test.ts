import { describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { presence } from '../../../shared/core/presence.ts';
import { usersName } from '../../../shared/core/recognition/users-name.ts';
import { clientOf, clientSchema } from '../../../shared/schema/client.ts';
import { at, HOME, levelOf, seenOf } from './worlds.ts';

const own = (exe: string, ...helpers: readonly string[]): readonly Client[] => [
  clientOf(
    clientSchema.parse({
      schema: 'clean-exit/client/1',
      id: 'own',
      name: 'Own',
      editions: [
        { platform: 'linux', roots: [{ exe }], helpers: helpers.map((one) => ({ exe: one })) },
      ],
    }),
    '/own.json',
  ),
];

describe('a root that an update or a person has set aside', () => {
  it.each([
    'Telegram_old',
    'Telegram.5.2.3',
    'Telegram-5.2.3',
    '.Telegram.Xa1b2',
    'Telegram-backup',
    'Telegram (1)',
  ])('is likely by its name: %s', (file) => {
    expect(levelOf('telegram', at(`/srv/x/${file}`))).toBe('likely');
    const inside = seenOf('telegram', [at(`${HOME}/apps/Telegram/${file}`, { name: 'Telegram' })]);
    expect(presence(inside)).toBe('unknown');
  });

  it.each(['TelegramPrevious2', 'Telegram.swp', '.Telegram.part.x'])(
    'is likely by what it was called when it was started: %s',
    (file) => {
      expect(levelOf('telegram', at(`/srv/x/${file}`))).toBe('other');
      expect(levelOf('telegram', at(`/srv/x/${file}`, { name: 'Telegram' }))).toBe('likely');
    },
  );

  it.each(['TelegramBot', 'telegram-cli', 'wechat-devtools', 'Discordo', 'Telegrammar'])(
    'is nobody by a name that goes on: %s',
    (file) => {
      for (const id of ['telegram', 'wechat', 'discord'])
        expect(levelOf(id, at(`/srv/x/${file}`))).toBe('other');
    },
  );

  it('is likely in a folder that was set aside, also under a common name', () => {
    const zz = own('/opt/zz/root');
    for (const folder of ['/opt/zz.old', '/opt/zz.bak', '/opt/zz-1.2', '/opt/zz_old'])
      expect(levelOf('own', at(`${folder}/root`), zz)).toBe('likely');
    expect(levelOf('own', at('/opt/yy.old/root'), zz)).toBe('namesake');
    expect(levelOf('slack', at('/srv/slack.old/slack'))).toBe('likely');
  });

  it('leaves helpers in that folder behind, which are named and not touched', () => {
    const zz = own('/srv/links/root', '/opt/zz/helper');
    const seen = seenOf('own', [at('/opt/zz-1.2/helper')], zz);
    expect(presence(seen)).toBe('residue');
    expect(seen.processes).toMatchObject({ value: [{ role: 'helper', onlyNamed: true }] });
    expect(presence(seenOf('own', [at('/opt/yy-1.2/helper')], zz))).toBe('gone');
  });

  it('is likely in a folder of its name that a link or a mount shows elsewhere', () => {
    const seenAt = (name: string) =>
      at('/box/zz_old', { files: { '/box/zz_old': [`${name}_old`] } });
    const zz = own('/opt/x/zz');
    expect(levelOf('own', seenAt('/opt/x/zz'), zz)).toBe('likely');
    expect(levelOf('own', seenAt('/srv/own/zz'), zz)).toBe('likely');
    expect(levelOf('own', seenAt('/srv/y/zz'), zz)).toBe('namesake');
  });
});

describe('the name of a client that a person described', () => {
  it.each([
    ['/opt/x/mychatter', 'own'],
    ['/opt/x/chat', 'common'],
    ['/usr/bin/python3.11', 'common'],
    ['/usr/bin/electron28', 'common'],
    ['/opt/x/messenger', 'common'],
    ['/opt/x/mychatter*', 'common'],
  ])('%s is %s where the file does not say it', (exe, kind) => {
    expect(usersName({ exe })).toBe(kind);
  });

  it('makes the client unknown where its program runs elsewhere', () => {
    expect(levelOf('own', at('/mnt/disk/mychatter'), own('/opt/x/mychatter'))).toBe('likely');
    expect(levelOf('own', at('/mnt/disk/chat'), own('/opt/x/chat'))).toBe('namesake');
  });
});
