import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { linuxFiles } from '../../../shared/machine/linux/files.ts';
import { folder, tidy } from '../linux/actors.ts';
import { clientAt, findAt, put } from './tree.ts';

tidy();

const UID = process.getuid?.() ?? -1;

/** A client file of the user that calls all of one folder a cache. */
const ownClient = (place: string): Client => ({
  ...clientAt(place, ['{root}/**']),
  origin: { file: 'mine.json' },
});

async function purge(place: string, files: readonly string[]) {
  const home = path.join(folder(), 'ming');
  const places = {
    ...{ home, documents: `${home}/Documents`, config: `${home}/.config` },
    ...{ data: `${home}/.local/share`, cache: `${home}/.cache`, temp: `${home}/tmp` },
    ...{ ourConfig: `${home}/.config/clean-exit`, ourState: `${home}/.local/state/clean-exit` },
  };
  mkdirSync(home);
  put(home, ...files);
  const machine = linuxFiles({ places, uid: UID, now: Date.now });
  const listed = await machine.list(ownClient(place), { tiers: ['cache'] });
  if (!listed.known) throw new Error(listed.why.detail);
  await listed.value.remove({ permanently: true, mayTouch: async () => undefined });
  const left = files.filter((one) => existsSync(path.join(home, one)));
  return { left, shares: listed.value.shares };
}

describe('a client file of the user over a folder of the catalogue', () => {
  it.each<[string, string, readonly string[], string]>([
    ['the same folder', '{config}/Slack', ['.config/Slack/storage/root-state.json'], 'slack'],
    [
      'a folder in it',
      '{documents}/xwechat_files/w',
      ['Documents/xwechat_files/w/business/sns/a', 'Documents/xwechat_files/w/msg/file/2026-11/a'],
      'wechat',
    ],
    [
      'a folder around it',
      '{home}/.local/share/TelegramDesktop/tdata',
      ['.local/share/TelegramDesktop/tdata/A7FDF864FBC10B77/maps'],
      'telegram',
    ],
  ])('keeps what that client never gives up, and names it: %s', async (_, place, kept, id) => {
    const top = kept[0]?.split('/').slice(0, 3).join('/') ?? '';
    const mine = `${top}/w/temp/mine`.replace('/w/w/', '/w/');
    const { left, shares } = await purge(place, [...kept, mine]);
    expect(left.filter((one) => kept.includes(one))).toEqual(kept);
    expect(shares).toEqual([id]);
  });

  it.each([
    ['a portable Telegram', 'disk/TG', 'tdata/A7FDF864FBC10B77/maps'],
    ['the key of an account of a portable Telegram', 'disk/TG', 'tdata/A7FDF864FBC10B77s'],
    ['the folder of WeChat on another disk', 'disk/xwechat_files', 'w/business/favorite/a'],
    ['a folder around that of WeChat', 'disk', 'xwechat_files/w/msg/migrate/a'],
  ])(
    'keeps what that client never gives up also at a place that nobody knows: %s',
    async (...at) => {
      const [, place, file] = at;
      const { left } = await purge(`{home}/${place}`, [`${place}/${file}`, `${place}/mine`]);
      expect(left).toEqual([`${place}/${file}`]);
    },
  );

  it('takes what its own rules free elsewhere, and shares nothing', async () => {
    expect(await purge('{home}/irc', ['irc/a'])).toEqual({ left: [], shares: [] });
  });
});

it('tells of pipes that stay in a folder of which a rule names everything', async () => {
  const top = folder();
  put(top, 'u/cache/a');
  execFileSync('mkfifo', [path.join(top, 'u/cache/pipe')]);
  const { listing } = await findAt(top, '{root}/u/cache/**');
  expect(listing).toMatchObject({
    files: 1,
    refusals: [{ code: 'special', subject: path.join(top, 'u/cache/pipe') }],
  });
});
