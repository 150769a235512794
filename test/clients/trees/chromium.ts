import type { Platform } from '../../../shared/core/model.ts';
import { awkward, cache, kept, leftover, reDownload, strays, type Leaves } from './leaf.ts';

/** What Chromium has in its cache folders. */
const CACHES = {
  Cache: ['Cache_Data/data_0', 'Cache_Data/f_00001a', 'No_Vary_Search/journal.baj'],
  'Code Cache': ['js/index', 'js/index-dir/the-real-index', 'wasm/0a1b2c3d4e5f_0'],
  GPUCache: ['data_0', 'data_1', 'index'],
  DawnCache: ['data_0', 'index'],
  DawnGraphiteCache: ['data_0', 'index'],
  DawnWebGPUCache: ['data_0', 'index'],
  blob_storage: ['5e0f6a1c-0d4b-4c0e-9d1a-2b8f7c3e4d5f/0'],
  'Service Worker/CacheStorage': ['8d5e957f/1b2c3d4e/index', '8d5e957f/1b2c3d4e/00aa11bb_0'],
} as const;

export type CacheName = keyof typeof CACHES;

const NAMES: readonly CacheName[] = [
  'Cache',
  'Code Cache',
  'GPUCache',
  'DawnCache',
  'DawnGraphiteCache',
  'DawnWebGPUCache',
  'blob_storage',
  'Service Worker/CacheStorage',
];

/** The three that every cleaner agrees on. */
export const THREE: readonly CacheName[] = ['Cache', 'Code Cache', 'GPUCache'];

/** Sign-ins, settings and what pages wrote down. */
const LASTING = [
  'Cookies',
  'Cookies-journal',
  'Network/Cookies',
  'Network/Cookies-journal',
  'Network/Trust Tokens',
  'Network/TransportSecurity',
  'Network/Code Cache/js/index',
  'Local Storage/leveldb/000003.log',
  'Local Storage/leveldb/000005.ldb',
  'Local Storage/leveldb/CURRENT',
  'Local Storage/leveldb/MANIFEST-000001',
  'IndexedDB/https_app.example.com_0.indexeddb.leveldb/000004.log',
  'IndexedDB/https_app.example.com_0.indexeddb.blob/1/00/2',
  'IndexedDB/https_app.example.com_0.indexeddb.blob/Cache/data_0',
  'Session Storage/000003.log',
  'Session Storage/CURRENT',
  'Login Data',
  'Login Data-journal',
  'Login Data For Account',
  'databases/Databases.db',
  'databases/https_app.example.com_0/1',
  'Preferences',
  'Secure Preferences',
  'Local State',
  'Web Data',
  'Account Web Data',
  'History',
  'Service Worker/ScriptCache/index',
  'Service Worker/ScriptCache/2cc80dabc69f58b6_0',
  'Service Worker/Database/000003.log',
  'Service Worker/Database/CURRENT',
  'Service Worker/other',
  'File System/000/t/00/00000000',
  'WebStorage/QuotaManager',
  'shared_proto_db/000003.log',
  // Not in any list that we trust.
  'ShaderCache/data_0',
  'Cache - 副本/data_0',
  'Cache.old/Cache_Data/data_0',
  'my Cache notes.txt',
];

/** A profile of Chromium of which these caches may go. */
export function profile(
  folder: string,
  going: readonly CacheName[] = THREE,
  fate: 'cache' | 're-download' = 'cache',
): Leaves {
  const go = fate === 'cache' ? cache : reDownload;
  return [
    ...NAMES.flatMap((name) =>
      (going.includes(name) ? go : kept)(`${folder}/${name}`, ...CACHES[name]),
    ),
    ...kept(folder, ...LASTING),
  ];
}

/** The folder of an Electron client: a profile, and what Electron writes beside it. */
export const electron = (folder: string, platform: Platform): Leaves => [
  ...profile(folder, NAMES),
  ...cache(`${folder}/logs`, 'default/webapp-console.log', 'main.old.log'),
  ...leftover(`${folder}/Crashpad/reports`, '0d4b4c0e.dmp', '5e0f6a1c 报告.dmp'),
  ...kept(`${folder}/Crashpad`, 'settings.dat', 'metadata'),
  ...cache(`${folder}/Cache/Cache_Data`, ...awkward(platform)),
  ...kept(`${folder}/IndexedDB`, ...awkward(platform)),
  ...strays(`${folder}/Cache`),
  ...strays(`${folder}/Service Worker/CacheStorage`),
  ...kept(folder, 'settings.json', 'Downloads/report 报告.pdf', '-rf', 'notes of mine.txt'),
  ...(platform === 'linux' ? onLinux(folder) : []),
];

/** Case counts here, and a running Electron leaves its locks. */
const onLinux = (folder: string): Leaves => [
  ...kept(folder, 'cache/data_0', 'CACHE/data_0', 'gpucache/data_0', 'Logs/mine.log'),
  ...kept(`${folder}/Cache`, 'INDEXEDDB/000003.log', 'local storage/leveldb/CURRENT'),
  { path: `${folder}/SingletonLock`, fate: 'kept', kind: 'link' },
  { path: `${folder}/SingletonCookie`, fate: 'kept', kind: 'link' },
  { path: `${folder}/SS`, fate: 'kept', kind: 'socket' },
];
