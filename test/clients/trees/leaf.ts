import type { Platform } from '../../../shared/core/model.ts';

/** What becomes of a file when every tier is purged; `kept` survives whatever a person asks for. */
export type Fate = 'cache' | 're-download' | 'leftover' | 'your-files' | 'kept';

/** A file as a client, or its user, leaves it on a disk. */
export interface Leaf {
  /** Below a place: `{documents}/xwechat_files/…`. Bytes that are no text are U+DC80 to U+DCFF. */
  readonly path: string;
  readonly fate: Fate;
  /** What it is, where it is no plain file. */
  readonly kind?: 'link' | 'socket';
  /** In bytes. */
  readonly size?: number;
}

export type Leaves = readonly Leaf[];

const branch =
  (fate: Fate) =>
  (folder: string, ...names: readonly string[]): Leaves =>
    names.map((name) => ({ path: `${folder}/${name}`, fate }));

export const cache = branch('cache');
export const reDownload = branch('re-download');
export const leftover = branch('leftover');
export const yourFiles = branch('your-files');
export const kept = branch('kept');

/** The same leaves, of which nothing may go. */
export const allKept = (leaves: Leaves): Leaves =>
  leaves.map((leaf) => ({ ...leaf, fate: 'kept' }));

/** The same leaves, each of this many bytes. */
export const sized = (size: number, leaves: Leaves): Leaves =>
  leaves.map((leaf) => ({ ...leaf, size }));

/** A database with what SQLite writes beside it: needed after a forced exit. */
export const database = (path: string): readonly string[] =>
  ['', '-wal', '-shm', '-journal'].map((end) => `${path}${end}`);

const SIGN_INS = [
  'Cookies',
  'Cookies-journal',
  'Network/TransportSecurity',
  'Local Storage/leveldb/CURRENT',
  'Session Storage/CURRENT',
  'IndexedDB/a.indexeddb.leveldb/CURRENT',
  'Login Data',
  'Login Data-journal',
  'Local State',
  'Preferences',
  'databases/https_app.example.com_0/1',
];

/** Whole folders of clients that somebody put there. */
const COPIES = [
  'WeChat Files/wxid_1/Msg/list.txt',
  'all_users/config/a.dat',
  'all_users/login/a.dat',
  'all_users/sqlite/shared',
  'tdata/key_datas',
  'tdata/key_data1',
  'tdata/D877F783D5D3EF8Cs',
  'tdata/D877F783D5D3EF8C/list',
  'tdata/maps',
  'tdata/settingss',
];

/** What must stay although it lies inside of a folder that may go. */
export const strays = (folder: string): Leaves =>
  kept(
    folder,
    ...database('MicroMsg.db'),
    'index.sqlite3',
    'places.sqlite-wal',
    'LINE.edb',
    '000005.ldb',
    '000007.SST',
    'db_storage/message/message_0.db',
    'db_storage/message/notes without an ending',
    'my copy/DB_Storage/session/list.txt',
    'nt_db/nt_msg',
    'DBFiles/dingtalk',
    'XPlugin/plugin.dll',
    'mmkv/settings.crc',
    'BackupFiles/phone/1.dat',
    'Backup/phone/1.dat',
    'key_info.dat',
    'global_config',
    'login/last.dat',
    'config/account.ini',
    'CustomEmotion/0A1B',
    'Fav/0a1b.dat',
    'favorite/0a1b.dat',
    'config.data',
    'search.index-wal',
    'search.index-shm',
    ...SIGN_INS,
    ...COPIES,
  );

const ANYWHERE = [
  'two  spaces and 空格.tmp',
  ' begins with one.tmp',
  '😀 表情 👨‍👩‍👧.png',
  '-rf',
  '--force --recursive',
  "it's ‘quoted’.txt",
  '[2026-11].jpg',
  '[!a-z].tmp',
  '{home}, $HOME, %TEMP% & `id`; #1.txt',
  '~',
  '...and dots',
  '\u202egpj.exe',
  `${'x'.repeat(251)}.bin`,
  '信'.repeat(85),
];

const UNIX = [
  'line\nbreak.tmp',
  '\n',
  ' ',
  'ends with one ',
  'tab\tand \u001b[31mred.log',
  'star*.jpg',
  'what?.png',
  '**',
  'back\\slash',
  '"double".txt',
  'a:b|c<d>',
];

// 文件 in GBK, of which two bytes happen to be a letter, and 测试, of which none is.
const LINUX = [
  '\udcce\u013c\udcfe.doc',
  '\udcb2\udce2\udcca\udcd4',
  'half \udcb1',
  // Differ in case only, or in how one letter is written.
  'A.tmp',
  'a.tmp',
  'é',
  'e\u0301',
];

/** Names that a program may stumble over, as far as the system allows them; 255 bytes at most. */
export const awkward = (platform: Platform): readonly string[] => [
  ...ANYWHERE,
  ...(platform === 'windows' ? [] : UNIX),
  ...(platform === 'linux' ? LINUX : []),
];
