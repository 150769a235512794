import type { Edition } from '../../core/client.ts';
import { data, own, programs, storePackage } from '../facts.ts';
import {
  NOTES,
  QUIT_LABELS,
  SOURCES,
  TDESKTOP,
  tdataFiles,
  tdataNever,
  tdataSettings,
} from './tdata.ts';

const ROOT = '{Telegram Desktop}';

export const telegramWindows: Edition = {
  id: 'windows',
  platform: 'windows',
  roots: own(
    programs(
      TDESKTOP,
      '{appData}/Telegram Desktop/Telegram.exe',
      // Chosen at installation, or unpacked from the portable archive.
      '**/Telegram Desktop/Telegram.exe',
      '**/Telegram/Telegram.exe',
      `${storePackage('TelegramMessengerLLP.TelegramDesktop')}/Telegram.exe`,
    ),
  ),
  helpers: programs(TDESKTOP, '**/Telegram Desktop/Updater.exe', '**/Telegram/Updater.exe'),
  tray: { ids: [], quitLabels: QUIT_LABELS },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [data(TDESKTOP, 'Telegram Desktop', '{appData}/Telegram Desktop')],
  files: tdataFiles(ROOT),
  settings: tdataSettings(ROOT),
  never: tdataNever(ROOT),
  notes: [...NOTES, 'a portable copy keeps tdata beside itself: that is not looked at'],
  sources: SOURCES,
};
