import type { Platform } from '../../../shared/core/model.ts';
import { awkward, cache, kept, leftover, strays, type Leaves } from './leaf.ts';

const ACCOUNT = 'D877F783D5D3EF8C';
/** The second account on the same computer: keys under another name. */
const SECOND = 'A7FDF864FBC10B77';

/** The working folder of Telegram Desktop with two accounts. */
const working = (folder: string, platform: Platform): Leaves => [
  ...kept(
    `${folder}/tdata`,
    'key_datas',
    'key_data1',
    'settings0',
    'settingss',
    'map0',
    'maps',
    'usertag',
    `${ACCOUNT}s`,
    `${ACCOUNT}/maps`,
    `${ACCOUNT}/map0`,
    `${ACCOUNT}/configs`,
    `${ACCOUNT}/cache/0A1B`,
    `${SECOND}s`,
    `${SECOND}0`,
    `${SECOND}/maps`,
    `${SECOND}/configs`,
    'shortcuts-custom.json',
    'countries',
    'prefix',
    'working',
    'emoji/set_1/1.webp',
    'dictionaries/zh_CN.dic',
    'cache/loose',
    'user_data/other/0A1B',
    'tdummy/1',
  ),
  ...kept(`${folder}/tdata/${ACCOUNT}`, ...awkward(platform)),
  ...['user_data', 'user_data#2'].flatMap((name) => [
    ...cache(
      `${folder}/tdata/${name}`,
      'cache/0/0A/1B2C3D4E5F',
      'cache/0/binlog',
      'cache/0/version',
      'media_cache/0/1F/0A1B2C3D',
      'media_cache/0/binlog',
    ),
    ...strays(`${folder}/tdata/${name}/media_cache`),
  ]),
  ...cache(`${folder}/tdata/user_data/cache/0`, ...awkward(platform)),
  ...cache(`${folder}/tdata`, 'temp_video/1.mp4', 'temp_data/0a/1'),
  ...strays(`${folder}/tdata/temp_data`),
  ...leftover(`${folder}/tdata/dumps`, '0a1b2c3d.dmp', 'reports/a.txt'),
  ...cache(folder, 'log.txt', 'log_start0.txt', 'log_start12.txt'),
  ...cache(`${folder}/tupdates/temp`, 'Telegram', 'tdata/version'),
  // One table of the facts frees all of it, the other what is in `temp`.
  ...cache(`${folder}/tupdates`, 'tupdate5009000'),
  ...kept(folder, 'mylog.txt', 'catalog.txt', 'blog/log.txt', 'notes 我的.txt', 'log.doc'),
  ...kept(folder, 'tdata copy/user_data/cache/0/1', 'tdata copy/key_datas'),
  ...(platform === 'linux'
    ? kept(folder, 'Log.txt', 'TDATA/user_data/cache/1', 'tdata/user_data/Cache/1')
    : []),
];

/** What people saved: outside of anything that is looked at. */
const saved = (folder: string): Leaves =>
  kept(folder, 'photo_2026-11-22.jpg', 'log.txt', 'tdata/user_data/cache/1');

export const telegramWindows: Leaves = [
  ...working('{appData}/Telegram Desktop', 'windows'),
  ...kept('{appData}/Telegram Desktop', 'Telegram.exe', 'Updater.exe', 'modules/x64/d3d.dll'),
  ...saved('{home}/Downloads/Telegram Desktop'),
];

export const telegramMacos: Leaves = [
  ...working('{home}/Library/Application Support/Telegram Desktop', 'macos'),
  ...saved('{home}/Downloads/Telegram Desktop'),
  ...kept(
    '{home}/Library/Group Containers/6N38VWS5BX.ru.keepcoder.Telegram/stable',
    'account-1/postbox/db/db_sqlite',
    'account-1/postbox/media/cache/telegram-cloud-1.jpg',
    '.tempkeyEncrypted',
  ),
];

const FLATPAK = '{home}/.var/app/org.telegram.desktop';

export const telegramLinux: Leaves = [
  ...working('{data}/TelegramDesktop', 'linux'),
  ...working(`${FLATPAK}/data/TelegramDesktop`, 'linux'),
  ...[
    ...['current', 'common'].map(
      (revision) => `{home}/snap/telegram-desktop/${revision}/.local/share/TelegramDesktop`,
    ),
    ...['{home}/Telegram', '{home}/Downloads/Telegram'].map(
      (place) => `${place}/TelegramForcePortable`,
    ),
  ].flatMap((folder) => working(folder, 'linux')),
  ...saved('{home}/Downloads/Telegram Desktop'),
  ...kept(FLATPAK, 'cache/fontconfig/a', 'config/user-dirs.dirs'),
];
