import { profile } from './chromium.ts';
import {
  awkward,
  cache,
  database,
  kept,
  reDownload,
  strays,
  yourFiles,
  type Leaves,
} from './leaf.ts';

const ODD = awkward('windows');
const ROOT = '{documents}/WXWork';

const account = (folder: string): Leaves => [
  ...kept(
    `${folder}/Data`,
    ...['message.db', 'session.db', 'user.db', 'company.db', 'crm.db'].flatMap(database),
    'avatar/1.jpg',
    'Cache/1.jpg',
    ...ODD,
  ),
  ...kept(folder, 'Index/segments_1', 'Backup/1.dat', 'Emotion/custom 表情.gif', 'Emotion/Temp/a'),
  ...kept(folder, 'WeDrive/plan.docx', 'WeDrive/Cache/File/Temp/a.tmp', 'my notes.txt'),
  // The folder is called Cache, and holds what people received.
  ...['2026-10', '2026-11'].flatMap((month) =>
    yourFiles(
      `${folder}/Cache`,
      `File/${month}/报价 (2).xlsx`,
      `Image/${month}/0a1b.jpg`,
      `Video/${month}/0a1b.mp4`,
      `Voice/${month}/0a1b.silk`,
    ),
  ),
  ...yourFiles(`${folder}/Cache/File/2026-11`, 'Temp/1.tmp', 'Code Cache/js/index', ...ODD),
  ...kept(`${folder}/Cache/File/2026-11`, 'customers.db', 'customers.db-wal', 'ledger.sqlite'),
  ...kept(
    `${folder}/Cache`,
    'File/saved.docx',
    'File/202611/a.docx',
    'loose.docx',
    'Voice/Temp/1',
    'Image/saved.jpg',
    'Image/WXWorkCapture_1700000000.jpg',
    'Video/saved.mp4',
  ),
  ...cache(`${folder}/Cache`, 'File/Temp/1.tmp', 'Image/Temp/1.jpg', 'Video/Temp/1.mp4'),
  ...cache(`${folder}/Cache/Image/Temp`, ...ODD),
  ...strays(`${folder}/Cache/File/Temp`),
  ...cef(`${folder}/WXWorkCefCache/mail`),
];

/** Its Chromium, of which `Cache` only goes below `Cache_Data`. */
const cef = (folder: string): Leaves => [
  ...cache(
    folder,
    'Cache/Cache_Data/data_0',
    'Cache/Cache_Data/f_00001a',
    'Code Cache/js/index',
    'GPUCache/data_0',
  ),
  ...kept(
    folder,
    'Cache/data_0',
    'Cookies',
    'Network/Cookies',
    'Network/Cache/Cache_Data/data_0',
    'Local Storage/leveldb/CURRENT',
    'IndexedDB/a/000003.log',
    'Session Storage/CURRENT',
    'Preferences',
    'Service Worker/ScriptCache/index',
    'Service Worker/Database/CURRENT',
    'Service Worker/CacheStorage/0a/index',
    'Account Web Data',
  ),
  ...strays(`${folder}/Code Cache`),
];

export const wecomWindows: Leaves = [
  ...['1688850000000001', '1688850000000002'].flatMap((id) => account(`${ROOT}/${id}`)),
  ...cache(
    `${ROOT}/1688850000000001/qtCef/Default`,
    'Code Cache/js/index',
    'Service Worker/CacheStorage/0a/index',
  ),
  ...cache(`${ROOT}/qtCef/Default`, 'Code Cache/js/index'),
  ...kept(
    `${ROOT}/qtCef/Default`,
    'Service Worker/ScriptCache/index',
    'Service Worker/Database/CURRENT',
    'Cookies',
    'Cache/Cache_Data/data_0',
    'Local Storage/leveldb/CURRENT',
  ),
  ...reDownload(ROOT, 'GPUCache/data_0', 'ShaderCache/data_0', 'qtCef/Cache/data_0'),
  ...strays(`${ROOT}/qtCef/Cache`),
  ...reDownload(`${ROOT}/1688850000000001/Cache/File`, '0a1b/MEMORY.DMP'),
  ...yourFiles(`${ROOT}/1688850000000001/Cache/File`, '2026-11/MEMORY.DMP'),
  ...kept(`${ROOT}/1688850000000001/Cache/File`, 'MEMORY.DMP', '0a1b/saved.docx'),
  ...reDownload(`${ROOT}/qtCef/component_crx_cache`, '0a1b.crx3'),
  ...kept(
    ROOT,
    'Global/Config.cfg',
    'Global/qtCef/Code Cache/js/index',
    'Profiles/0a1b/settings.dat',
    'Profiles/0a1b/qtCef/Code Cache/js/index',
    'upgrade/WeCom.exe',
    'upgrade/component_crx_cache/a.crx3',
    'mine.txt',
  ),
  ...cache('{appData}/Tencent/WXWork/Log', 'wxwork_20261122.log', 'deep/a.log', ...ODD),
  ...strays('{appData}/Tencent/WXWork/Log'),
  ...kept('{appData}/Tencent/WXWork', 'Account/a.dat', 'Temp/a.tmp'),
  ...kept(
    '{appData}/Tencent/WXWork',
    ...['cef/1/a.dll', 'wmpf_Applet/1/a', 'wwmapp/1/a', 'patch/1/a', 'WxWorkDocConvert/1/a'],
    ...['WXDrive_x64/1/a', 'WeMailNode_x64/1/a', 'FlutterPlugins/1/a', 'WeChatOCR/1/a'],
  ),
  ...kept('{appData}/Tencent/WeMail', 'mail.db', 'Cache/letter.eml', 'Log/a.log'),
  ...profile('{localAppData}/wxworkweb/User Data/Default', ['Cache', 'Code Cache'], 're-download')
    // One table of the facts frees it, the other is silent.
    .filter(({ path }) => !path.includes('/GPUCache/')),
  ...cache('{localAppData}/wxworkweb/User Data/Default/GPUCache', 'data_0', 'index'),
  ...strays('{localAppData}/wxworkweb/User Data/Default/Cache'),
];

/** The Windows client in Wine: exit only. */
export const wecomLinux: Leaves = kept(
  '{home}/.deepinwine/Deepin-WXWork/drive_c/users/a',
  'Documents/WXWork/1688850000000001/Data/message.db',
  'Documents/WXWork/1688850000000001/Cache/File/Temp/1.tmp',
  'AppData/Roaming/Tencent/WXWork/Log/a.log',
);
