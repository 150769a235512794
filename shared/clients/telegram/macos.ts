import type { Edition } from '../../core/client.ts';
import { applications, below, data, own, programs } from '../facts.ts';
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

export const telegramMacos: Edition = {
  id: 'macos',
  platform: 'macos',
  roots: own(
    programs(
      TDESKTOP,
      ...below(
        applications('Telegram', 'Telegram Desktop', 'Telegram Lite'),
        'Contents/MacOS/Telegram',
        'Contents/MacOS/Telegram Lite',
      ),
    ),
  ),
  helpers: programs(
    TDESKTOP,
    ...below(applications('Telegram', 'Telegram Desktop'), 'Contents/Frameworks/Updater'),
  ),
  tray: { ids: [], quitLabels: QUIT_LABELS },
  closeQuits: false,
  bundleIds: ['com.tdesktop.Telegram', 'org.telegram.desktop', 'ru.keepcoder.Telegram'],
  windowClasses: [],
  data: [data(TDESKTOP, 'Telegram Desktop', '{home}/Library/Application Support/Telegram Desktop')],
  files: tdataFiles(ROOT),
  settings: tdataSettings(ROOT),
  never: tdataNever(ROOT),
  notes: [
    ...NOTES,
    'the native client (ru.keepcoder.Telegram) is ended; its files are not touched',
  ],
  sources: [...SOURCES, 'tw93/Mole'],
};
