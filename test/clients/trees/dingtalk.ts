import { awkward, cache, database, kept, strays, yourFiles, type Leaves } from './leaf.ts';

const WINDOWS = '{appData}/DingTalk';
const DING = ['0a1b2c3d_v2', '4e5f6071_v2'];

const dingAccount = (folder: string): Leaves => [
  ...kept(
    `${folder}/DBFiles`,
    ...database('dingtalk.db'),
    'key',
    'log/a.log',
    ...awkward('windows'),
  ),
  ...yourFiles(folder, 'ImageFiles/0a1b.jpg', 'VideoFiles/0a1b.mp4', 'AudioFiles/0a1b.amr'),
  ...yourFiles(`${folder}/ImageFiles`, '2026-11/表情.png', ...awkward('windows')),
  ...strays(`${folder}/ImageFiles`),
  ...kept(folder, 'EAppFiles/a.zip', 'Cache/data_0', 'log/a.log'),
];

export const dingtalkWindows: Leaves = [
  ...DING.flatMap((name) => dingAccount(`${WINDOWS}/${name}`)),
  ...cache(`${WINDOWS}/log`, 'a.log', '2026-11/b.log', ...awkward('windows')),
  ...strays(`${WINDOWS}/log`),
  // One table of the facts frees these, the other is silent.
  ...cache(WINDOWS, 'log2/a.log', 'holmeslogs/a.holmes'),
  ...yourFiles(`${WINDOWS}/4e5f6071_v10/ImageFiles`, '0a1b.jpg'),
  ...kept(`${WINDOWS}/4e5f6071_v10/DBFiles`, 'dingtalk', 'key'),
  ...kept(
    WINDOWS,
    'globalStorage/storage.db',
    'globalStorage/log/a.log',
    'user_config/last.dat',
    'user_config/ImageFiles/a.jpg',
    'Cache/data_0',
    'mine.txt',
    'ImageFiles/a.jpg',
  ),
];

const MAC = '{home}/Library/Application Support';

export const dingtalkMacos: Leaves = [
  ...['iDingTalk', 'DingTalkMac'].flatMap((name) => [
    ...cache(`${MAC}/${name}`, 'log/a.log', 'holmeslogs/a.holmes'),
    ...kept(`${MAC}/${name}/0a1b2c3d_v2`, ...database('DBFiles/dingtalk.db'), 'DBFiles/key'),
    ...kept(`${MAC}/${name}`, 'DBFiles/log/a.log', 'resource/a.dat', 'ImageFiles/a.jpg'),
    ...kept(`${MAC}/${name}/0a1b2c3d_v2`, 'ImageFiles/a.jpg', 'log/a.log'),
  ]),
  ...cache(`${MAC}/iDingTalk/log`, ...awkward('macos')),
  ...strays(`${MAC}/iDingTalk/log`),
  ...kept(`${MAC}/My DingTalk notes`, 'log/a.log'),
];

/** How it keeps its files there is not documented. */
export const dingtalkLinux: Leaves = [
  ...['{config}/DingTalk', '{home}/.var/app/com.dingtalk.DingTalk/config/DingTalk'].flatMap(
    (folder) => [
      ...kept(folder, 'log/a.log', 'Cache/data_0', '0a1b_v2/DBFiles/dingtalk.db', 'a/ImageFiles/a'),
      ...kept(`${folder}/log`, ...awkward('linux')),
    ],
  ),
];
