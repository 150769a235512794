import type { Platform } from '../../../shared/core/model.ts';
import {
  awkward,
  cache,
  database,
  kept,
  reDownload,
  sized,
  strays,
  yourFiles,
  type Leaves,
} from './leaf.ts';

export const WXIDS: readonly string[] = ['wxid_ab12cd34ef_5f1c', '张 三_2b90'];
const CHAT = '9e107d9d372bb6826bd81d3542a419d6';

const DATABASES = [
  'message/message_0.db',
  'message/message_1.db',
  'message/message_fts.db',
  'message/media_0.db',
  'message/biz_message_0.db',
  'contact/contact.db',
  'session/session.db',
  'hardlink/hardlink.db',
  'favorite/favorite.db',
  'sns/sns.db',
  'emoticon/emoticon.db',
  'head_image/head_image.db',
  'general/general.db',
];

/** What of an account may never go, on any system. */
const lasting = (account: string, platform: Platform): Leaves => [
  ...kept(`${account}/db_storage`, ...DATABASES.flatMap(database), 'lock'),
  ...kept(`${account}/db_storage/message`, ...awkward(platform)),
  ...kept(`${account}/config`, 'account.ini', 'Cache/account.ini'),
  ...kept(
    `${account}/business`,
    'favorite/data/0a1b2c3d.dat',
    'favorite/temp/picture.jpg',
    'xweb/mmkv/wxapp_storage',
    'xweb/mmkv/wxapp_storage.crc',
    'migrate/plan.dat',
    'sns/2026-11/moment.jpg',
    'xeditor/draft.html',
    'emoticon/Persist/custom 表情.gif',
    'emoticon/store/pack.json',
    // Not one of the two folders that may go.
    'emoticon/Tmp/custom.gif',
  ),
  ...kept(`${account}/resource`, 'theme.bin', 'Temp/theme.bin'),
  ...kept(`${account}/msg/migrate`, 'from-phone.dat'),
  ...kept(
    account,
    'my notes.txt',
    'msg/other/1.dat',
    'cache/loose.txt',
    'cache/202611/Message/a.jpg',
    'Temporary/a',
  ),
];

const received = (account: string, platform: Platform): Leaves => [
  ...yourFiles(
    `${account}/msg/attach/${CHAT}`,
    '2026-10/Img/0a1b2c3d.dat',
    '2026-10/Img/0a1b2c3d_t.dat',
    '2026-11/Img/4e5f6071.dat',
    '2026-11/Rec/7a8b/F/0/方案.docx',
  ),
  ...yourFiles(`${account}/msg/file`, '2026-10/合同 (1).pdf', '2026-11/Cache/plan.xlsx'),
  ...yourFiles(`${account}/msg/file/2026-11`, ...awkward(platform)),
  ...yourFiles(`${account}/msg/video`, '2026-11/c0ffee.mp4', '2026-11/c0ffee_thumb.jpg'),
  ...sized(200_000, yourFiles(`${account}/msg/video`, '2026-10/long.mp4')),
  // A database that somebody sent is still a database.
  ...kept(`${account}/msg/file/2026-11`, '通讯录.db', 'customers.sqlite'),
];

const temporary = (account: string, platform: Platform): Leaves => [
  ...cache(`${account}/temp`, 'ImageTemp/0a1b.jpg', 'head_image/1.jpg', '2026-11/x.tmp'),
  ...yourFiles(`${account}/temp/InputTemp`, 'clip.png'),
  ...sized(0, cache(`${account}/temp`, 'empty.tmp')),
  ...sized(65_536, cache(`${account}/temp/ImageTemp`, 'big.tmp')),
  ...cache(`${account}/temp/ImageTemp`, ...awkward(platform)),
  ...strays(`${account}/temp`),
];

const accountOf = (account: string, platform: Platform): Leaves => [
  ...lasting(account, platform),
  ...received(account, platform),
  ...temporary(account, platform),
  ...cache(`${account}/apm_record`, 'apm_20261122.dat', '2026-11/trace.bin'),
  ...['2026-10', '2026-11'].flatMap((month) => [
    ...cache(
      `${account}/cache/${month}`,
      `Emoticon/${CHAT}/thumb.gif`,
      'HttpResource/0a1b2c.html',
      'WeAppIcon/wx0a1b.png',
    ),
    ...reDownload(`${account}/cache/${month}/Sns`, 'Img/0a/1b.jpg', 'Temp/1.tmp'),
    ...reDownload(`${account}/cache/${month}/Message`, `${CHAT}/Thumb/1_t.jpg`, '1.dat'),
    ...kept(`${account}/cache/${month}`, 'Unknown/a.jpg', 'loose.jpg'),
  ]),
  ...cache(`${account}/business/emoticon/Temp`, 'a.gif', ...awkward(platform)),
  ...reDownload(`${account}/business/emoticon/Thumb`, 'a.gif'),
  ...yourFiles(`${account}/business/InputTemp`, 'draft.png'),
  ...strays(`${account}/business/emoticon/Temp`),
  ...strays(`${account}/cache/2026-11/Message`),
  ...(platform === 'linux'
    ? kept(
        account,
        'business/emoticon/temp/a.gif',
        'Cache/2026-11/Message/a.jpg',
        'TEMP/a.tmp',
        'cache/2026-11/emoticon/a.gif',
      )
    : []),
];

const shared = (folder: string): Leaves => [
  ...kept(
    `${folder}/all_users`,
    'config/global_config',
    'config/global_config.crc',
    `login/${WXIDS[0]}/key_info.dat`,
    ...database(`login/${WXIDS[0]}/key_info.db`),
    'sqlite/shared',
    'plugin/other.dat',
  ),
  ...sized(0, kept(`${folder}/all_users`, 'sqlite/lock.ini')),
  ...kept(`${folder}/Backup/${WXIDS[0]}`, 'phone/Backup.db', 'phone/files/1', 'temp/1.dat'),
  // Copies of the move from 3 to 4, and backups of phones, in parts of 2 GB.
  ...kept(
    `${folder}/old_backup/0cc175b9c0f1b6a831c399e269772661`,
    '0A1B/BAK_0_MEDIA',
    '0A1B/BAK_0_TEXT',
    '0A1B/Backup.db',
    'temp/1.dat',
  ),
  ...kept(`${folder}/${WXIDS[0]}/temp/BAK_1_MEDIA`, '1.dat'),
  ...kept(folder, 'WMPF/1/runtime/WeChatAppEx', 'temp/mine.txt', 'holiday 2026-11.zip'),
];

/** `xwechat_files` of WeChat 4 with two accounts, on Windows and Linux. */
export const xwechatFiles = (folder: string, platform: Platform): Leaves => [
  ...shared(folder),
  ...reDownload(`${folder}/all_users/head_imgs`, '0/0a1b.jpg', '1/2c3d'),
  ...WXIDS.flatMap((wxid) => accountOf(`${folder}/${wxid}`, platform)),
];

/** The same on macOS, where less is known and so less may go. */
export const xwechatFilesMac = (folder: string): Leaves => [
  ...shared(folder),
  ...kept(`${folder}/all_users/head_imgs`, '0/0a1b.jpg'),
  ...WXIDS.map((wxid) => `${folder}/${wxid}`).flatMap((account) => [
    ...lasting(account, 'macos'),
    ...received(account, 'macos'),
    ...temporary(account, 'macos'),
    ...kept(`${account}/business`, 'emoticon/Temp/a.gif', 'emoticon/Thumb/a.gif', 'InputTemp/1'),
    ...['2026-10', '2026-11'].flatMap((month) => [
      ...reDownload(
        `${account}/cache/${month}`,
        'Message/1_t.jpg',
        'Emoticon/a.gif',
        'HttpResource/0a1b2c.html',
        'WeAppIcon/wx0a1b.png',
      ),
    ]),
    ...strays(`${account}/cache/2026-11/Message`),
    // The survey of Windows calls it disposable; nobody measured it here.
    ...cache(`${account}/apm_record`, 'apm_20261122.dat'),
    ...kept(account, 'cache/2026-11/Unknown/a.jpg'),
  ]),
];
