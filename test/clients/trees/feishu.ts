import {
  allKept,
  awkward,
  cache,
  database,
  kept,
  reDownload,
  strays,
  type Leaves,
} from './leaf.ts';

const APP_STORE =
  '{home}/Library/Containers/com.bytedance.macos.feishu/Data/Library/Application Support';
const MAC = '{home}/Library/Application Support';

const account = (folder: string): Leaves => [
  ...kept(`${folder}/sdk_storage/0a1b2c3d`, ...database('message.db'), 'messages', 'log/a.log'),
  ...kept(`${folder}/sdk_storage/0a1b2c3d/resources`, 'images/0a1b.jpg', 'files/合同.pdf'),
  ...kept(`${folder}/sdk_storage/4e5f6071/resources`, 'Service Worker/CacheStorage/a', 'log/b.log'),
  ...kept(folder, 'sdk_storage/global.dat', 'mine.txt', 'Cache/data_0', 'log/a.log'),
  ...cache(`${folder}/sdk_storage/log`, 'a.log', 'xlog/2026-11-22.xlog'),
  ...strays(`${folder}/sdk_storage/log`),
  ...reDownload(folder, 'CodeCache/js/index', 'update/update_downloading/a.zip'),
  ...strays(`${folder}/CodeCache`),
  ...kept(folder, 'update/update_done/a.zip'),
];

const PROFILE = [
  'Cookies',
  'Network/Cookies',
  'Local Storage/leveldb/CURRENT',
  'IndexedDB/a/000003.log',
  'Session Storage/CURRENT',
  'Preferences',
  'Service Worker/ScriptCache/index',
  'Service Worker/Database/CURRENT',
  'GPUCache/data_0',
];

const USERS = ['7000000000000000001', '7000000000000000002'];

const larkWindows = (folder: string): Leaves => [
  ...account(folder),
  ...cache(`${folder}/sdk_storage/log`, ...awkward('windows')),
  ...USERS.flatMap((user) =>
    ['profile_main', 'profile_explorer'].flatMap((name) => {
      const inside = `${folder}/aha/users/${user}/${name}`;
      return [
        // `Cache` in one table of the facts only.
        ...cache(inside, 'Cache/data_0', 'Code Cache/js/index', 'Service Worker/CacheStorage/0a/1'),
        ...kept(inside, ...PROFILE),
        ...strays(`${inside}/Code Cache`),
      ];
    }),
  ),
];

const larkMac = (name: string, at = MAC): Leaves => {
  const folder = `${at}/${name}`;
  const caches = `{home}/Library/Caches/${name}`;
  return [
    ...account(folder),
    ...cache(caches, 'a.tmp', 'fsCachedData/0A1B', ...awkward('macos')),
    ...strays(caches),
    ...kept(caches, ...database('Cache.db')),
    ...USERS.flatMap((user) => [
      ...cache(`${folder}/aha/users/${user}/profile_explorer/Service Worker/CacheStorage`, '0a/1'),
      ...kept(`${folder}/aha/users/${user}/profile_explorer`, ...PROFILE),
      ...cache(
        `${folder}/iron/users/${user}/profile_main/Service Worker/CacheStorage`,
        '0a/1',
        '0a/2',
      ),
      ...kept(`${folder}/iron/users/${user}/profile_main`, ...PROFILE),
      ...strays(`${folder}/iron/users/${user}/profile_main/Service Worker/CacheStorage`),
    ]),
  ];
};

const FEISHU_LINUX = ['{config}/LarkShell', '{home}/.var/app/cn.feishu.Feishu/config/LarkShell'];

// The folders of one are nothing to the other.
export const feishuWindows: Leaves = [
  ...larkWindows('{appData}/LarkShell'),
  ...allKept(larkWindows('{appData}/LarkInternational')),
];
export const feishuMacos: Leaves = [
  ...larkMac('LarkShell'),
  ...larkMac('LarkShell', APP_STORE).filter(({ path }) => path.startsWith(APP_STORE)),
  ...allKept(larkMac('LarkInternational')),
];
export const feishuLinux: Leaves = FEISHU_LINUX.flatMap((folder) => [
  ...account(folder),
  ...cache(`${folder}/sdk_storage/log`, ...awkward('linux')),
  ...kept(`${folder}/sdk_storage/LOG`, 'differs in case.log'),
  ...kept(`${folder}/aha/users/7000000000000000001/profile_main`, ...PROFILE),
  // As on Windows, says one table of the facts.
  ...cache(
    `${folder}/aha/users/7000000000000000001/profile_main`,
    'Cache/data_0',
    'Code Cache/js/index',
    'Service Worker/CacheStorage/0a/1',
  ),
]);
export const larkOnWindows: Leaves = [
  ...larkWindows('{appData}/LarkInternational'),
  ...allKept(larkWindows('{appData}/LarkShell')),
];
export const larkOnMacos: Leaves = [
  ...larkMac('LarkInternational'),
  ...allKept(larkMac('LarkShell')),
];
