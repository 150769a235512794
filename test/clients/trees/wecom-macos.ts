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

const CONTAINER = '{home}/Library/Containers/com.tencent.WeWorkMac/Data';
const FOUR = ['Cache', 'Code Cache', 'GPUCache', 'Service Worker/CacheStorage'] as const;
const CEF = `${CONTAINER}/Documents/cefcache`;

const macAccount = (folder: string): Leaves => [
  ...kept(
    folder,
    ...database('Messages1/message.db'),
    'Messages1/index/1',
    'Messages1/Caches/1.jpg',
    'Contact/contact.db',
    'Contact/list.plist',
    'Publishsys/a.dat',
    'VoipRecords/a.dat',
    'Session/session.db',
    'Settings/a.plist',
  ),
  ...['2026-10', '2026-11'].flatMap((month) =>
    yourFiles(
      `${folder}/Caches`,
      `Files/${month}/合同.pdf`,
      `Images/${month}/0a1b.jpg`,
      `Videos/${month}/0a1b.mp4`,
    ),
  ),
  ...yourFiles(`${folder}/Caches/Files/2026-11`, ...awkward('macos')),
  ...strays(`${folder}/Caches/Files/2026-11`),
  ...reDownload(
    `${folder}/Caches`,
    ...['Emotion_Thumbnail/0a1b', 'Video_Thumbnail/0a1b.jpg', 'Link_Thumbnail/0a1b.jpg'],
  ),
  ...strays(`${folder}/Caches/Link_Thumbnail`),
  // Not among the folders that anybody measured.
  ...kept(`${folder}/Caches`, 'Others/1.dat'),
];

export const wecomMacos: Leaves = [
  ...['0A1B2C3D', '4E5F6071'].flatMap((id) => macAccount(`${CONTAINER}/Documents/Profiles/${id}`)),
  ...['Default', 'wew_1', 'wew_27', 'wew_306'].flatMap((name) => [
    ...profile(`${CEF}/${name}`, FOUR),
    ...cache(`${CEF}/${name}/Cache/Cache_Data`, ...awkward('macos')),
    ...strays(`${CEF}/${name}/Service Worker/CacheStorage`),
  ]),
  ...kept(CEF, 'wew_mail/Cache/data_0', 'Cache/data_0', 'Local State', 'mine.txt'),
  // Digits alone make it one of its own.
  ...kept(`${CEF}/wew_1 backup of mine`, 'Cache/data_0'),
  ...cache(`${CONTAINER}/Library/Application Support/WXWork/Log`, 'a.log', ...awkward('macos')),
  ...strays(`${CONTAINER}/Library/Application Support/WXWork/Log`),
  ...kept(`${CONTAINER}/Library/Application Support/WXWork`, 'Data/a.dat', 'Temp/a.tmp'),
  ...reDownload(
    `${CONTAINER}/Library/Application Support/WXWork`,
    ...['Temp/FtnLocalCache/a', 'Temp/Voip/a', 'CrashReporter/a.dmp', 'WXDrive/crashDumps/a.dmp'],
  ),
  ...yourFiles(`${CONTAINER}/Library/Application Support/WXWork/Temp`, 'ScreenCapture/a.png'),
  ...kept(`${CONTAINER}/Library/Application Support/WXWork`, 'WXDrive/plan.docx'),
  ...reDownload(`${CONTAINER}/tmp`, 'a.tmp', ...awkward('macos')),
  ...strays(`${CONTAINER}/tmp`),
  ...reDownload(`${CONTAINER}/Documents`, 'log/a.log', 'GYLog/a.log', 'GYOssLog/a.log'),
  ...kept(`${CONTAINER}/WeDrive`, 'plan.docx', 'Cache/plan.docx', ...awkward('macos')),
  ...kept(`${CONTAINER}/Documents`, 'mine.txt', 'Logs/mine.log'),
];
