import type { FileRule, SettingsPlace } from '../../core/client.ts';
import { below, fact, files, settings } from '../facts.ts';

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

const HASH = '[0-9A-F]'.repeat(16);

/** Keys and sessions in a folder `tdata`: without them every account has to sign in again. */
export const TDATA_NEVER = [
  'key_datas',
  'key_data*',
  'D877F783D5D3EF8C*',
  'D877F783D5D3EF8C*/**',
  'map*',
  'settings*',
  'shortcuts-*',
  'usertag',
  // Every account has a folder and a key called by sixteen figures (storage/storage_account.cpp).
  ...[`${HASH}/**`, `${HASH}s`, `${HASH}[01]`],
];

export const tdataNever = (root: string): readonly string[] =>
  below([`${root}/tdata`], ...TDATA_NEVER);

/** Its options and shortcuts; keys and accounts stay with the records. */
export const tdataSettings = (root: string): readonly SettingsPlace[] =>
  settings(TDESKTOP, ...below([`${root}/tdata`], 'settings*', 'shortcuts-*', 'usertag'));

/**
 * `lng_quit_from_tray` in every language file that telegramdesktop/tdesktop had (Telegram/Resources/langs and
 * SourceFiles/langs, all branches of its history; eegorov/tdesktop for Russian). Its position says nothing: in
 * newer versions the accounts stand behind it. Italian also as its issue 48 has it.
 */
export const QUIT_LABELS = [
  'Quit Telegram',
  '退出 Telegram',
  '退出Telegram',
  '結束 Telegram',
  'Surt del Telegram',
  'Ukončit Telegram',
  'Telegram beenden',
  'Salir de Telegram',
  'خارج شدن',
  'خروج از تلگرام',
  'بستن تلگرام',
  'Quitter Telegram',
  'יציאה',
  'Keluar Telegram',
  'Chiudi Telegram',
  'Esci da Telegram',
  'Telegramを終了する',
  '텔레그램 종료',
  'Telegram afsluiten',
  'Zamknij Telegram',
  'Zamknij',
  'Wyjdź',
  'Sair do Telegram',
  'Выйти из Telegram',
  'Ukončiť Telegram',
  "Telegram'dan Çık",
  'Завершити Telegram',
  'Вийти з Telegram',
  'Вийти из Telegram',
  'Thóa Telegram',
];

export const NOTES = [
  'what the close button does is a setting: background, taskbar or quit (macOS: background)',
  'quitting may take up to 1500 ms',
];

export const SOURCES = ['telegramdesktop/tdesktop', 'Winapp2 [Telegram Desktop *]'];
