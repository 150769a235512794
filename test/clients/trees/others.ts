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

// WhatsApp.

const STORE = '{localAppData}/Packages/5319275A.WhatsAppDesktop_cv1g1gvanyjgm';
const STATE = `${STORE}/LocalState`;
const SESSIONS = ['0A1B2C3D', '4E5F6071'];

export const whatsappWindows: Leaves = [
  ...cache(STORE, 'TempState/a.tmp', 'TempState/deep/b.jpg', 'AC/Temp/c.tmp'),
  ...cache(`${STORE}/TempState`, ...awkward('windows')),
  ...strays(`${STORE}/TempState`),
  ...strays(`${STORE}/AC/Temp`),
  // People open documents straight from here.
  ...SESSIONS.flatMap((id) =>
    yourFiles(
      `${STATE}/sessions/${id}/transfers`,
      '2026-46/合同 final.pdf',
      '2026-47/photo.jpg',
      ...awkward('windows').map((name) => `2026-47/${name}`),
    ),
  ),
  ...yourFiles(`${STATE}/shared/transfers`, '2026-47/Report.docx'),
  ...SESSIONS.flatMap((id) => [
    ...kept(`${STATE}/sessions/${id}`, ...database('session.db'), 'session.dat', 'media/a.jpg'),
    ...kept(`${STATE}/sessions/${id}/transfers/2026-47`, 'ledger.db', 'winmail.dat'),
    // Not in the folder of a week.
    ...kept(`${STATE}/sessions/${id}/transfers`, 'loose.pdf'),
  ]),
  ...kept(
    STATE,
    ...['messages.db', 'contacts.db', 'nativeSettings.db'].flatMap(database),
    'key.dat',
    'TempState/a.tmp',
    'transfers/2026-47/a.pdf',
    'shared/settings.json',
  ),
  ...kept(STORE, 'Settings/settings.dat', 'Settings/roaming.lock', 'LocalCache/a.tmp', 'AC/INet/a'),
];

const MAC_CACHES = '{home}/Library/Caches/net.whatsapp.WhatsApp';
/** WhatsApp, and WhatsApp Business beside it. */
export const WHATSAPP_GROUPS: readonly string[] = [
  'group.net.whatsapp.WhatsApp.shared',
  'group.net.whatsapp.WhatsAppSMB.shared',
];

export const whatsappMacos: Leaves = [
  ...cache(MAC_CACHES, 'a.tmp', 'fsCachedData/0A1B', ...awkward('macos')),
  ...kept(MAC_CACHES, ...database('Cache.db')),
  ...strays(MAC_CACHES),
  ...WHATSAPP_GROUPS.flatMap((name) =>
    kept(
      `{home}/Library/Group Containers/${name}`,
      'ChatStorage.sqlite',
      'ChatStorage.sqlite-wal',
      'Message/Media/1@s.whatsapp.net/a/a.jpg',
      'Library/Caches/a.tmp',
      'Cache/a.tmp',
      ...awkward('macos'),
    ),
  ),
  // The caches in the container, says one table of the facts; the other names those of the home.
  ...cache('{home}/Library/Containers/net.whatsapp.WhatsApp/Data/Library/Caches', 'a.tmp'),
];

// LINE.

const LINE = '{localAppData}/LINE';

export const lineWindows: Leaves = [
  ...cache(`${LINE}/Cache`, '0a1b', 'p/0a1b.jpg', ...awkward('windows')),
  ...strays(`${LINE}/Cache`),
  ...cache(`${LINE}/bin`, 'update_log.txt', 'update_log_20261122.txt'),
  ...leftover(`${LINE}/bin/current`, 'LINE_CrashLog.txt', '2026_CrashLog.txt'),
  ...reDownload(`${LINE}/Data`, 'Sticker/1/a.png', 'Sticon/1/a.png', 'advertisement/a.html'),
  ...strays(`${LINE}/Data/Sticker`),
  ...['LineCall', 'LineMediaPlayer'].flatMap((part) =>
    ['{localAppData}', LINE].flatMap((at) => [
      ...reDownload(`${at}/${part}/Cache`, '0a1b', ...awkward('windows')),
      ...strays(`${at}/${part}/Cache`),
      ...kept(`${at}/${part}`, 'settings.dat', 'calls/a.dat'),
    ]),
  ),
  ...kept(
    `${LINE}/Data`,
    'db/0a1b2c.edb',
    'db/0a1b2c.edb-wal',
    'db/0a1b2c.edb-shm',
    'db/key',
    'db/Cache/a',
    ...awkward('windows').map((name) => `db/${name}`),
    'pref/a.dat',
    'Theme/a.zip',
    'Sticker.zip',
    'plugin/0a1b.edb',
  ),
  ...kept(LINE, 'bin/current/LINE.exe', 'bin/notes.txt', 'bin/my update_log.txt', 'mine.txt'),
];

/** How it keeps its files is not documented. */
export const lineMacos: Leaves = kept(
  '{home}/Library/Containers/jp.naver.line.mac',
  'Data/Library/Caches/a.tmp',
  'Data/Library/Containers/line.db',
  'Data/Documents/a.edb',
  ...awkward('macos').map((name) => `Data/Library/Caches/${name}`),
);
