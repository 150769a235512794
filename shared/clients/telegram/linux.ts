import type { Edition } from '../../core/client.ts';
import { below, data, fact, flatpakHome, own, programs, sandboxed, snapHomes } from '../facts.ts';
import {
  NOTES,
  QUIT_LABELS,
  SOURCES,
  TDESKTOP,
  tdataFiles,
  tdataNever,
  tdataSettings,
} from './tdata.ts';

const ROOT = '{TelegramDesktop}';
const FLATPAK = 'org.telegram.desktop';
const TRIED = fact('high', 'Debian telegram-desktop 4.6.5, tried; telegramdesktop/tdesktop');
const SNAP = fact('medium', 'snapcraft telegram-desktop');

export const telegramLinux: Edition = {
  id: 'linux',
  platform: 'linux',
  roots: own([
    ...programs(TRIED, '/usr/bin/telegram-desktop', '/usr/bin/Telegram'),
    ...programs(
      TDESKTOP,
      // The official archive is unpacked wherever a person likes.
      '/opt/Telegram/Telegram',
      '/opt/telegram/Telegram',
      '{home}/**/Telegram/Telegram',
    ),
    ...programs(
      SNAP,
      '/snap/telegram-desktop/*/usr/bin/telegram-desktop',
      '/snap/telegram-desktop/*/usr/bin/Telegram',
    ),
    ...sandboxed(
      fact('high', 'flathub/org.telegram.desktop'),
      FLATPAK,
      '/app/bin/telegram-desktop',
      '/app/bin/Telegram',
    ),
  ]),
  helpers: programs(TDESKTOP, '/opt/Telegram/Updater', '{home}/**/Telegram/Updater'),
  siblings: ['Updater'],
  // The name that Qt gives its icon is the application's own (core/launcher.cpp).
  tray: { ids: ['TelegramDesktop'], quitLabels: QUIT_LABELS },
  closeQuits: false,
  bundleIds: [],
  elsewhere: ['{home}/snap/telegram-desktop', '/opt/Telegram/TelegramForcePortable'],
  windowClasses: [],
  data: [
    data(TDESKTOP, 'TelegramDesktop', '{data}/TelegramDesktop'),
    data(
      fact('high', 'flathub/org.telegram.desktop'),
      'TelegramDesktop',
      `${flatpakHome(FLATPAK)}/data/TelegramDesktop`,
    ),
    ...below(snapHomes('telegram-desktop'), '.local/share/TelegramDesktop').map((path) =>
      data(SNAP, 'TelegramDesktop', path),
    ),
    // With such a folder beside its program it keeps everything there (core/launcher.cpp).
    ...below(['{home}/Telegram', '{home}/Downloads/Telegram'], 'TelegramForcePortable').map(
      (path) => data(TDESKTOP, 'TelegramDesktop', path),
    ),
  ],
  files: tdataFiles(ROOT),
  settings: tdataSettings(ROOT),
  never: tdataNever(ROOT),
  notes: NOTES,
  sources: [...SOURCES, 'flathub/org.telegram.desktop'],
};
