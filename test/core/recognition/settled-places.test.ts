import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { known } from '../../../shared/core/known.ts';
import {
  confirmed,
  denied,
  forgotten,
  mergedPlaces,
  NOTHING_SETTLED,
  withSettled,
  type SettledPlaces,
} from '../../../shared/core/recognition/settled-places.ts';
import { certainPlaces } from '../../../shared/core/recognition/certain-places.ts';
import { recognizer } from '../../../shared/core/identify.ts';
import { presence } from '../../../shared/core/presence.ts';
import { SIMULATED_PLACES } from '../../../shared/machine/simulated/simulated.ts';
import { at, levelOf } from './worlds.ts';

const T = '/mnt/T/Telegram';
const level = (settled: SettledPlaces, process = at(T)): string =>
  levelOf('telegram', process, withSettled(clients, settled));

describe('a settled place', () => {
  it('is the client once it is confirmed, and nobody’s once it is denied', () => {
    expect(level(NOTHING_SETTLED)).toBe('likely');
    expect(level(confirmed(NOTHING_SETTLED, 'telegram', T))).toBe('certain');
    expect(level(denied(NOTHING_SETTLED, T))).toBe('other');
    expect(level(forgotten(denied(NOTHING_SETTLED, T), T))).toBe('likely');
  });

  it.each(['constructor', 'toString', 'valueOf', '__proto__'])(
    'of %s, which every object has, is a place and no more',
    (id) => {
      const one = { is: JSON.parse(`{"${id}":["${T}"]}`) as SettledPlaces['is'], isNot: [] };
      const other = { is: { telegram: ['/y'] }, isNot: [] };
      for (const [managed, own] of [
        [one, other],
        [other, one],
        [NOTHING_SETTLED, one],
      ] as const)
        expect(level(mergedPlaces(managed, own))).toBe('likely');
      expect(confirmed(other, id, T).is[id]).toEqual([T]);
    },
  );

  it('is an exact one', () => {
    expect(level(confirmed(NOTHING_SETTLED, 'telegram', T), at('/mnt/U/Telegram'))).toBe('likely');
    expect(
      level(confirmed(NOTHING_SETTLED, 'telegram', '/usr/local/bin/tg'), at('/usr/local/bin/tg')),
    ).toBe('certain');
  });

  it('in Wine is the program, not Wine', () => {
    const path = 'C:/T/Telegram.exe';
    const wine = (program: string) => at('/opt/wine/wine64', { args: known([program]) });
    expect(level(confirmed(NOTHING_SETTLED, 'telegram', path), wine('C:\\T\\Telegram.exe'))).toBe(
      'certain',
    );
    expect(
      level(confirmed(NOTHING_SETTLED, 'telegram', '/opt/wine/wine64'), wine('C:\\notepad.exe')),
    ).toBe('other');
  });

  it('of an AppImage is the AppImage, and no browser that was opened from it', () => {
    const settled = confirmed(NOTHING_SETTLED, 'telegram', '/d/tg.AppImage');
    const from = { traits: { appImage: '/d/tg.AppImage' } };
    expect(level(settled, at('/tmp/.mount_tgabcdef/usr/bin/Telegram', from))).toBe('certain');
    expect(level(settled, at('/usr/lib/firefox/firefox', { traits: {} }))).toBe('other');
  });

  it('outweighs a denial, and the managed file outweighs both', () => {
    const own = { is: { telegram: [T] }, isNot: [T] };
    expect(level(own)).toBe('certain');
    expect(level(mergedPlaces({ is: {}, isNot: [T] }, { is: { telegram: [T] }, isNot: [] }))).toBe(
      'other',
    );
    expect(
      level(mergedPlaces({ is: { telegram: [T] }, isNot: [] }, denied(NOTHING_SETTLED, T))),
    ).toBe('certain');
  });

  it('that was confirmed is not denied by a word', () => {
    const settled = confirmed(NOTHING_SETTLED, 'telegram', T);
    expect(denied(settled, T)).toBe(settled);
  });
});

describe('how settled places are taken', () => {
  it('by a strict policy: a namesake is likely', () => {
    const script = at('/usr/local/games/slack');
    expect(levelOf('slack', script, clients)).toBe('namesake');
    const strict = withSettled(clients, NOTHING_SETTLED, { isStrict: true });
    expect(levelOf('slack', script, strict)).toBe('likely');
  });

  it('of a file that cannot be read make nobody gone, and take nothing from who is seen', () => {
    const unread = withSettled(clients, NOTHING_SETTLED, {
      unread: '/c/places.json has to be JSON',
    });
    const nothing = known([]);
    const look = (processes: readonly ReturnType<typeof at>[]) =>
      recognizer(
        unread,
        'linux',
        SIMULATED_PLACES,
      )({
        ...{ me: at(T).owner, processes: known(processes), trayIcons: nothing, windows: nothing },
      }).get('telegram');
    const [none, some] = [look([]), look([at('/usr/bin/telegram-desktop')])];
    expect(none && presence(none)).toBe('unknown');
    expect(none?.processes).toMatchObject({ why: { detail: '/c/places.json has to be JSON' } });
    expect(some && presence(some)).toBe('running');
  });

  it('can deny no place that a pattern names', () => {
    const certainAs = certainPlaces(clients, 'linux', SIMULATED_PLACES);
    expect(certainAs('/usr/bin/telegram-desktop')).toBe('telegram');
    expect(certainAs(T)).toBeUndefined();
  });
});
