import type { FileRule } from '../../core/client.ts';
import { below, fact, files } from '../facts.ts';

export const TDESKTOP = fact('high', 'telegramdesktop/tdesktop; Winapp2 [Telegram Desktop *]');

/** The working folder of Telegram Desktop, the same on every system. */
export const tdataFiles = (root: string): readonly FileRule[] => [
  ...files(
    'cache',
    TDESKTOP,
    ...below(
      [root],
      'tdata/user_data*/cache/**',
      'tdata/user_data*/media_cache/**',
      'tdata/temp_*/**',
      'log.txt',
      'log_start*.txt',
      'tupdates/temp/**',
    ),
  ),
  ...files('leftover', TDESKTOP, `${root}/tdata/dumps/**`),
];

/** Keys and sessions: without them every account has to sign in again. */
export const tdataNever = (root: string): readonly string[] =>
  below(
    [`${root}/tdata`],
    'key_datas',
    'key_data*',
    'D877F783D5D3EF8C*',
    'D877F783D5D3EF8C*/**',
    'map*',
    'settings*',
    'usertag',
  );

export const QUIT_LABELS = ['Quit Telegram', '退出 Telegram'];

export const NOTES = [
  'what the close button does is a setting: background, taskbar or quit (macOS: background)',
  'quitting may take up to 1500 ms',
];

export const SOURCES = ['telegramdesktop/tdesktop', 'Winapp2 [Telegram Desktop *]'];
