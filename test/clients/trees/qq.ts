import { profile, THREE } from './chromium.ts';
import {
  allKept,
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

const ODD = awkward('windows');
const FILES = '{documents}/Tencent Files';
const NUMBERS = ['10001', '1234567890'];

const NT_DB = ['nt_msg.db', 'group_info.db', 'profile_info.db', 'files_in_chat.db'];

const received = (folder: string): Leaves => [
  ...['2026-10', '2026-11'].flatMap((month) =>
    yourFiles(
      folder,
      `Pic/${month}/Ori/0a1b.jpg`,
      `Pic/${month}/Thumb/0a1b_0.jpg`,
      `Video/${month}/Ori/0a1b.mp4`,
      `Ptt/${month}/Ori/0a1b.amr`,
    ),
  ),
  ...yourFiles(folder, 'File/Thumb/2026-11/a.png', 'Emoji/personal_emoji/Ori/表情.gif'),
  ...strays(`${folder}/File`),
];

/** `Tencent Files` of QQ NT and of the old QQ, one beside the other. */
const account = (folder: string): Leaves => [
  ...kept(`${folder}/nt_qq/nt_db`, ...NT_DB.flatMap(database), 'keystore', 'Cache/1', ...ODD),
  ...received(`${folder}/nt_qq/nt_data`),
  ...reDownload(`${folder}/nt_qq/nt_data`, 'log/a.xlog', 'log-cache/a.xlog'),
  ...yourFiles(`${folder}/nt_qq/nt_data/File`, ...ODD),
  // Not among the folders that anybody listed.
  ...kept(`${folder}/nt_qq/nt_data`, 'Other/1.dat'),
  ...cache(`${folder}/nt_qq/nt_temp`, '1.tmp', 'upload/1.jpg', ...ODD),
  ...strays(`${folder}/nt_qq/nt_temp`),
  ...kept(`${folder}/nt_qq`, 'nt_config/a.json', 'mine.txt'),
  ...cache(`${folder}/nt_qq`, 'log/a.xlog', 'log-cache/a.xlog'),
  ...yourFiles(folder, 'FileRecv/合同.pdf', 'FileRecv/MobileFile/a.jpg', 'Image/C2C/0a1b.jpg'),
  ...yourFiles(folder, 'Image/Group/0a1b.jpg', 'Video/0a1b.mp4'),
  ...kept(folder, ...database('Msg3.0.db'), 'FileRecv/list.db', 'Registry2.0.db', 'CustomFace.db'),
  ...kept(folder, 'CustomFace/表情.gif', 'QQ/Temp/a.tmp', 'mine.txt'),
];

export const qqWindows: Leaves = [
  ...NUMBERS.flatMap((number) => account(`${FILES}/${number}`)),
  ...kept(
    FILES,
    'nt_qq/global/nt_db/login.db',
    'nt_qq/global/nt_data/mmkv/login',
    'nt_qq/global/nt_temp/1.tmp',
    'All Users/QQ/History.db',
    'All Users/QQ/Registry.dat',
    'All Users/Image/1.jpg',
    'Temp/mine.txt',
  ),
  ...profile('{appData}/QQ', THREE, 're-download'),
  ...profile('{appData}/QQ/Partitions/qqnt', THREE, 're-download'),
  ...kept('{appData}/QQ', 'logs/a.log', 'Crashpad/reports/a.dmp'),
  ...reDownload('{appData}/QQ/Cache/Cache_Data', ...ODD),
  ...strays('{appData}/QQ/Cache'),
  ...reDownload('{appData}/QQEX', 'Cache/data_0', 'a.tmp', ...ODD),
  ...strays('{appData}/QQEX'),
  ...kept('{appData}/QQEX/Service Worker', 'ScriptCache/index', 'Database/CURRENT'),
  ...reDownload('{appData}/Tencent/QQ/STemp', '0a1b/a.tmp', ...ODD),
  ...reDownload('{appData}/Tencent/QQNT/STemp', 'a.tmp'),
  ...strays('{appData}/Tencent/QQ/STemp'),
  ...kept('{appData}/Tencent/QQ', 'Misc/a.dat', 'STemp 2/a.tmp'),
];

/** TIM has the same folder, and is only ended. */
export const timWindows: Leaves = allKept(
  qqWindows.filter(({ path }) => path.startsWith(`${FILES}/`)),
);

const MAC = '{home}/Library/Containers/com.tencent.qq/Data';
const SUPPORT = `${MAC}/Library/Application Support/QQ`;

export const qqMacos: Leaves = [
  ...['nt_qq_0a1b2c3d', 'nt_qq_4e5f6071'].flatMap((name) => [
    ...kept(`${SUPPORT}/${name}/nt_db`, ...NT_DB.flatMap(database), 'keystore'),
    ...received(`${SUPPORT}/${name}/nt_data`),
    ...yourFiles(`${SUPPORT}/${name}/nt_data/File`, ...awkward('macos')),
    ...kept(`${SUPPORT}/${name}`, 'nt_temp/1.tmp', 'log/a.xlog'),
  ]),
  ...kept(
    SUPPORT,
    'global/nt_db/login.db',
    'global/nt_data/mmkv/login',
    'global/nt_data/Pic/1.jpg',
    'versions/a.zip',
  ),
  ...reDownload(`${MAC}/tmp`, 'a.tmp', 'deep/b.mp4', ...awkward('macos')),
  ...strays(`${MAC}/tmp`),
  ...kept(`${MAC}/Downloads`, 'mine.pdf'),
  ...kept('{home}/Library/Group Containers/FN2V63AD2J.com.tencent', 'a.plist', 'nt_data/Pic/a.jpg'),
];

const linux = (folder: string): Leaves => [
  ...profile(folder),
  ...cache(`${folder}/logs`, 'main.log', ...awkward('linux')),
  ...strays(`${folder}/Cache`),
  ...leftover(`${folder}/Crashpad/reports`, 'a.dmp'),
  // One table of the facts frees all of Crashpad, the other its reports.
  ...leftover(`${folder}/Crashpad`, 'completed/a.dmp', 'pending/b.dmp'),
  ...['nt_qq_0a1b2c3d', 'nt_qq_4e5f6071'].flatMap((name) => [
    ...kept(`${folder}/${name}/nt_db`, ...NT_DB.flatMap(database), 'keystore'),
    ...kept(`${folder}/${name}/nt_db`, ...awkward('linux')),
    ...received(`${folder}/${name}/nt_data`),
    ...yourFiles(`${folder}/${name}/nt_data/File`, ...awkward('linux')),
    ...kept(`${folder}/${name}`, 'nt_temp/1.tmp', 'NT_DATA/Pic/a.jpg', 'log/a.log'),
  ]),
  ...kept(
    folder,
    'global/nt_db/login.db',
    'global/nt_data/mmkv/login',
    'global/logs/a.log',
    'versions/config.json',
    'cache/data_0',
    'Logs/a.log',
    'mine.txt',
  ),
  { path: `${folder}/SingletonLock`, fate: 'kept', kind: 'link' },
  { path: `${folder}/SingletonSocket`, fate: 'kept', kind: 'socket' },
];

export const qqLinux: Leaves = [
  ...linux('{config}/QQ'),
  ...linux('{home}/.var/app/com.qq.QQ/config/QQ'),
  ...kept('{config}/QQ - 副本', 'Cache/data_0', 'nt_qq_1/nt_data/Pic/a.jpg'),
];
