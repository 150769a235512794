import { profile } from './chromium.ts';
import {
  awkward,
  cache,
  kept,
  leftover,
  reDownload,
  strays,
  yourFiles,
  type Leaves,
} from './leaf.ts';
import { xwechatFiles, xwechatFilesMac } from './xwechat.ts';

const FLATPAK = '{home}/.var/app/com.tencent.WeChat';
const BWRAP = '{documents}/WeChat_Data';
/** 7Ji's names for further instances: a hash of the name. */
export const INSTANCES: readonly string[] = [
  '0cc175b9c0f1b6a831c399e269772661',
  '92eb5ffee6ae2fec3ad71c777531578f',
];
const SECOND = INSTANCES.map((md5) => `${BWRAP}/home/.multi_xwechat_instance/${md5}`);

/** `.xwechat`: sign-in, settings, logs and the runtime of mini-programs. */
const dotXwechat = (folder: string): Leaves => [
  ...kept(
    folder,
    'login/wxid_ab12cd34ef/key_info.dat',
    'config/0a1b2c.ini',
    'All Users/config/global_config',
    'All Users/plugin.dat',
    'radium/users/0a1b/applet/local/wx0a1b/save.dat',
    'radium/users/0a1b/applet/packages/wx0a1b/1.wxapkg',
    'radium/XPlugin/a.so',
    'radium/web/profiles/multitab_1/DawnCache/index.bak',
    'net/host.cache',
    'lock.ini',
    'update/wechat.deb',
  ),
  ...cache(`${folder}/log`, 'MM_20261122.xlog', 'MM_20261121.xlog', 'wmpf/a.log'),
  ...cache(`${folder}/log`, ...awkward('linux')),
  ...strays(`${folder}/log`),
  ...kept(`${folder}/Log`, 'differs in case.xlog'),
  ...leftover(`${folder}/crashinfo`, '2026-11-20/a.dmp', 'b.dmp'),
  ...leftover(`${folder}/radium/crashpad`, 'completed/a.dmp', 'settings.dat'),
  ...reDownload(`${folder}/radium/Applet/packages`, 'wx0a1b/12/__APP__.wxapkg'),
  ...strays(`${folder}/radium/Applet/packages`),
  ...kept(`${folder}/radium/Applet`, 'local/save.dat'),
  ...profile(`${folder}/radium/web/profiles/multitab_1`),
];

export const wechatLinux: Leaves = [
  ...[
    '{documents}/xwechat_files',
    '{home}/xwechat_files',
    `${FLATPAK}/xwechat_files`,
    ...['{documents}', '{home}'].flatMap((place) =>
      ['', '/home', '/home/Documents'].map((at) => `${place}/WeChat_Data${at}/xwechat_files`),
    ),
    ...SECOND.map((home) => `${home}/xwechat_files`),
  ].flatMap((folder) => xwechatFiles(folder, 'linux')),
  ...['{home}', FLATPAK, `${BWRAP}/home`, '{home}/WeChat_Data/home', ...SECOND].flatMap((home) =>
    dotXwechat(`${home}/.xwechat`),
  ),
  ...kept('{data}/weixin', 'log/a.log', 'Cache/data_0', 'db/message.db'),
  ...kept(FLATPAK, 'cache/mine.txt', 'config/user-dirs.dirs'),
  ...kept(BWRAP, 'home/.config/mine.txt', 'temp/a.tmp', 'wxid_ab12cd34ef_5f1c/temp/a.tmp'),
  ...kept('{documents}', 'temp/letter.odt', 'xwechat_files.zip', 'xwechat_files 2/w/temp/a.tmp'),
];

const CONTAINER = '{home}/Library/Containers/com.tencent.xinWeChat/Data';
const OLD = `${CONTAINER}/Library/Application Support/com.tencent.xinWeChat/2.0b4.0.9`;
const OLD_ACCOUNTS = ['5d41402abc4b2a76b9719d911017c592', '7d793037a0760186574b0282f2f435e7'];

/** WeChat 3 on macOS: `MessageTemp` holds what people received. */
const oldMac = (account: string): Leaves => [
  ...kept(
    account,
    'Message/msg_0.db',
    'Message/msg_0.db-wal',
    'Message/msg_0.db-shm',
    'Message/msg_9.db',
    'Message/fts/ftsmessage.db',
    'Contact/wccontact_new2.db',
    'Contact/list.plist',
    'Group/group_new.db',
    'Group/list.plist',
    'Session/session_new.db',
    'Session/list.plist',
    'Stickers/0a1b2c',
    'Stickers/Cache/custom.gif',
    'Favorites/favorites.db',
    'Account/account.data',
    'Backup/phone/1.dat',
    'Message/Temp/mine.jpg',
  ),
  ...yourFiles(
    `${account}/Message/MessageTemp/9e107d9d372bb6826bd81d3542a419d6`,
    'Image/1.pic.jpg',
    'Image/1.pic_thumb.jpg',
    'File/合同.pdf',
    'Video/1.mp4',
    'Audio/1.aud.silk',
    ...awkward('macos').map((name) => `File/${name}`),
  ),
  ...strays(`${account}/Message/MessageTemp`),
];

export const wechatMacos: Leaves = [
  ...xwechatFilesMac(`${CONTAINER}/Documents/xwechat_files`),
  ...kept(
    `${CONTAINER}/Documents/app_data`,
    'radium/users/0a1b/applet/local/save.dat',
    'radium/users/0a1b/applet/packages/1.wxapkg',
    'lock/lock.ini',
    'net/hosts.dat',
    'wxid_ab12cd34ef_5f1c/lock.ini',
    'login/wxid_ab12cd34ef_5f1c/key_info.dat',
    'config/0a1b.ini',
    'XPlugin/a.dylib',
    'radium/Applet/local/save.dat',
  ),
  ...cache(`${CONTAINER}/Documents/app_data/log`, 'MM_20261122.xlog', ...awkward('macos')),
  ...strays(`${CONTAINER}/Documents/app_data/log`),
  ...profile(
    `${CONTAINER}/Documents/app_data/radium/web/profiles/multitab_1`,
    undefined,
    're-download',
  ),
  ...reDownload(`${CONTAINER}/Documents/app_data/radium/Applet/packages`, 'wx0a1b/1.wxapkg'),
  ...cache(`${CONTAINER}/.wxapplet/WMPF`, '1/runtime/pak.bin', 'log/a.xlog'),
  ...strays(`${CONTAINER}/.wxapplet/WMPF`),
  ...reDownload(`${CONTAINER}/.wxapplet`, 'xlog/a.xlog', 'cache/0a1b', 'WmpfCache/0a1b'),
  ...strays(`${CONTAINER}/.wxapplet/cache`),
  ...kept(`${CONTAINER}/.wxapplet`, 'user/save.dat', 'user/cache/save.dat'),
  ...kept(`${CONTAINER}/Library/Preferences`, 'com.tencent.xinWeChat.plist', 'log/a.plist'),
  ...reDownload(
    `${CONTAINER}/Library/Caches`,
    ...['CdnCom/0a1b', 'ImageCache/0a1b.jpg', 'WebKit/NetworkCache/a', 'Matrix/a.log'],
    ...awkward('macos'),
  ),
  ...strays(`${CONTAINER}/Library/Caches`),
  ...OLD_ACCOUNTS.flatMap((md5) => oldMac(`${OLD}/${md5}`)),
  ...kept(`${OLD}/KeyValue`, 'app.data', 'config.data'),
  // Absent on current versions, and in no list.
  ...kept('{home}/Library/Caches/com.tencent.xinWeChat', 'a.tmp'),
  // A clone's container: not looked at.
  ...kept('{home}/Library/Containers/com.tencent.xinWeChat2/Data/Documents/app_data/log', 'a.xlog'),
];
