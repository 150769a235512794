import type { Protection } from '../core/removal-rules.ts';

/** Below any folder of any system. */
const anywhere = (...ends: readonly string[]): readonly string[] => ends.map((end) => `**/${end}`);

/**
 * The second lock: what no rule of any client can free. Compared without regard to case on every
 * platform. Sources: the lists that CleanMyWechat added after damage (issues #39 #58 #65), PyWxDump,
 * chatlog, telegramdesktop, BleachBit and Mole for Chromium. Confidence: high.
 */
export const PROTECTED: Protection = {
  /** Names that mean chat records or keys wherever they stand, also above a data root. */
  anywhere: [
    'db_storage',
    'nt_db',
    'DBFiles',
    'BackupFiles',
    'CustomEmotion',
    'mmkv',
    'XPlugin',
    'key_info*',
    'key_data*',
    'global_config*',
    'config.data',
    'Local Storage',
    'IndexedDB',
    'Session Storage',
    'Login Data*',
    'Local State',
    // Copies of WeChat's move from 3 to 4, and backups of phones (orange2ai/disk-raccoon#1).
    'old_backup',
    'BAK_*',
    // Nobody's chat client, however a root may lie.
    '.ssh',
    '.gnupg',
    '.password-store',
  ],
  /** Common words that mean this only inside a client's own folder. */
  belowRoot: [
    'config',
    'login',
    'Backup',
    'Fav',
    'favorite',
    'Cookies*',
    'Network',
    'databases',
    'Preferences',
  ],
  /** Kinds of file: databases, their journals and indexes. */
  names: [
    '*.db',
    '*.db-wal',
    '*.db-shm',
    '*.db-journal',
    '*.sqlite*',
    '*.edb*',
    '*.ldb',
    '*.sst',
    '*-wal',
    '*-shm',
    '*.kdbx',
    'wallet.dat',
  ],
  /** Folders that mean it only at one place. */
  paths: anywhere(
    'WeChat Files/*/Msg/**',
    'all_users/config/**',
    'all_users/login/**',
    'all_users/sqlite/**',
    'tdata/key_datas',
    'tdata/D877F783D5D3EF8C*',
    'tdata/D877F783D5D3EF8C*/**',
    'tdata/map*',
    'tdata/settings*',
  ),
};
