import { profile, THREE } from './chromium.ts';
import {
  awkward,
  cache,
  database,
  kept,
  leftover,
  reDownload,
  strays,
  yourFiles,
  type Leaves,
} from './leaf.ts';
import { xwechatFiles } from './xwechat.ts';

/** Two packages of the Microsoft Store, both of WeChat 3. */
export const STORE_BUILDS: readonly string[] = [
  'TencentWeChatLimited.forWindows10_sdtnhv12zgd7a',
  'TencentWeChatLimited.WeChatUWP_sdtnhv12zgd7a',
];
const IN_PACKAGE = 'LocalCache/Roaming/Tencent/WeChatAppStore/WeChatAppStore Files';
const ODD = awkward('windows');

const DATABASES = [
  'MicroMsg.db',
  'Multi/MSG0.db',
  'Multi/MSG1.db',
  'Multi/MediaMSG0.db',
  'Multi/FTSMSG0.db',
  'HardLinkImage.db',
  'Misc.db',
  'Sns.db',
  'Favorite.db',
];

const lasting = (account: string): Leaves => [
  ...kept(`${account}/Msg`, ...DATABASES.flatMap(database), 'Multi/Cache/1.jpg', ...ODD),
  ...kept(`${account}/config`, 'AccInfo.dat', 'Temp/AccInfo.dat'),
  ...kept(`${account}/BackupFiles`, '0a1b/BAK_0_TEXT', '0a1b/Backup.db'),
  ...kept(`${account}/Backup`, 'phone/1.dat', 'Cache/1.dat'),
  ...kept(`${account}/FileStorage`, 'Fav/Data/0a1b', 'Fav/Temp/1.jpg', 'Sns/Upload/1.jpg'),
  ...kept(`${account}/FileStorage/CustomEmotion`, '0A/0A1B2C', 'Cache/0A1B2C'),
  ...kept(account, 'notes 我的.txt', 'FileStorage/2026-11/mine.jpg', 'FileStorage/General/Data/1'),
];

const account = (folder: string): Leaves => [
  ...lasting(folder),
  ...['2026-10', '2026-11'].flatMap((month) => [
    ...yourFiles(
      `${folder}/FileStorage`,
      `Image/${month}/0a1b.dat`,
      `Video/${month}/0a1b.mp4`,
      `File/${month}/合同.pdf`,
      `MsgAttach/9e107d9d/Image/${month}/0a1b.dat`,
      `MsgAttach/9e107d9d/Thumb/${month}/0a1b_t.dat`,
      `Voice/${month}/1.silk`,
      `VoiceTemp/${month}/1.silk`,
    ),
    ...reDownload(`${folder}/FileStorage`, `Cache/${month}/0a1b_t.jpg`, `Sns/Cache/${month}/1`),
  ]),
  ...yourFiles(`${folder}/FileStorage/File/2026-11`, ...ODD),
  ...kept(`${folder}/FileStorage/File/2026-11`, '通讯录.db', 'list.sqlite3'),
  ...yourFiles(folder, 'Files/old.doc', 'Image/Image/0a1b.jpg', 'Video/0a1b.mp4'),
  ...cache(`${folder}/FileStorage/Temp`, '1.tmp', '2026-11/2.tmp', ...ODD),
  ...strays(`${folder}/FileStorage/Temp`),
  ...reDownload(`${folder}/Attachment`, '1.tmp'),
  ...strays(`${folder}/FileStorage/Cache`),
];

/** `WeChat Files` of WeChat 3 with two accounts. */
const wechatFiles = (folder: string): Leaves => [
  ...['wxid_ab12cd34ef', 'zhang san 张三'].flatMap((name) => account(`${folder}/${name}`)),
  ...kept(`${folder}/All Users`, 'config/config.data', 'plugin/a.dll', 'FileStorage/Temp/a.tmp'),
  ...reDownload(`${folder}/Applet`, 'wx0a1b/12/__APP__.wxapkg', 'publicLib/3.wxapkg'),
  ...strays(`${folder}/Applet`),
  ...kept(folder, 'Temp/mine.txt', 'holiday.zip'),
];

const THREE_X = '{appData}/Tencent/WeChat';
const FOUR = '{appData}/Tencent/xwechat';

export const wechatWindows: Leaves = [
  ...wechatFiles('{documents}/WeChat Files'),
  // Only the caches in it are disposable; the facts place it in the account.
  ...reDownload('{documents}/WeChat Files/wxid_ab12cd34ef/Applet', 'wx0a1b/Cache/1.tmp'),
  ...STORE_BUILDS.flatMap((name) => wechatFiles(`{localAppData}/Packages/${name}/${IN_PACKAGE}`)),
  ...cache(THREE_X, 'log/MM_20261122.xlog', 'Log/old.xlog', ...ODD.map((name) => `log/${name}`)),
  ...strays(`${THREE_X}/log`),
  ...leftover(`${THREE_X}/CrashReport`, '2026-11-20.dmp', 'deep/a.txt'),
  ...reDownload(`${THREE_X}/Update`, 'WeChatSetup.exe'),
  ...profile(`${THREE_X}/radium/web/profiles/multitab_1`),
  ...kept(
    THREE_X,
    'XPlugin/Plugins/RadiumWMPF/1/extracted/runtime/WeChatAppEx.exe',
    'XPlugin/Plugins/log/a.log',
    'All Users/config/3ebffe94.ini',
    'All Users/plugin.dat',
    'bak/1.bak',
    'bak/log/1.log',
    'radium/users/0a1b/applet/local/save.dat',
    'mine.txt',
  ),
  ...cache('{appData}/Tencent/Logs', 'WeChat.exe.log', '2026-11/a.tlog'),
  ...strays('{appData}/Tencent/Logs'),
  ...xwechatFiles('{documents}/xwechat_files', 'windows'),
  ...xwechatFiles('{documents}/xwechat files', 'windows'),
  ...xwechatFiles('{home}/xwechat_files', 'windows'),
  ...cache(`${FOUR}/log`, 'MM_20261122.xlog', 'wmpf/a.log', ...ODD),
  ...strays(`${FOUR}/log`),
  ...leftover(`${FOUR}/crashinfo`, 'a.dmp', 'attachments/1.txt'),
  ...profile(`${FOUR}/radium/web/profiles/multitab_1`, [...THREE, 'DawnCache']),
  ...reDownload(
    FOUR,
    'update/WeixinSetup.exe',
    'confsdk/0a1b.dat',
    'radium/web/profiles_to_delete/a/index',
    'radium/crashpad/reports/a.dmp',
    'radium/cache/a',
    'radium/users/0a1b/applet/codecache/a',
    'radium/Applet/packages/wx0a1b/12/__APP__.wxapkg',
    'radium/users/0a1b/applet/packages/wx0a1b/12.wxapkg',
  ),
  ...kept(
    FOUR,
    'All Users/config/global_config',
    'All Users/log/a.log',
    'config/0a1b2c.ini',
    'config/log/0a1b2c.ini',
    'login/wxid_ab12cd34ef/key_info.dat',
    'XPlugin/Plugins/RadiumWMPF/1/extracted/runtime/WeChatAppEx.exe',
    'ilink/a.dat',
    'net/host.dat',
    'net_1/host.dat',
    'uh/a.dat',
    'radium/users/0a1b/applet/local/wx0a1b/save.dat',
    'radium/users/0a1b/applet/packages/wx0a1b/local.db',
    'radium/users/0a1b/applet/other/a.dat',
    'radium/Applet/other/a.dat',
    'unknown/a.dat',
  ),
  // Of other programs of the same maker.
  ...kept('{appData}/Tencent', 'WeMeet/Global/Cache/a.dat', 'QQ/Misc/a.dat', 'mine.txt'),
  ...kept('{documents}', 'WeChat Files - 副本/wxid_ab12cd34ef/FileStorage/Temp/1.tmp'),
];
