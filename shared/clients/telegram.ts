import type { CatalogueClient } from '../core/client.ts';
import { telegramLinux } from './telegram/linux.ts';
import { telegramMacos } from './telegram/macos.ts';
import { telegramWindows } from './telegram/windows.ts';

export const telegram: CatalogueClient = {
  id: 'telegram',
  name: 'Telegram',
  nameZh: 'Telegram',
  otherNames: ['tg', '电报', '纸飞机', '飞机'],
  aliases: [
    'telegram-desktop',
    'TelegramDesktop',
    'Telegram Desktop',
    'org.telegram.desktop',
    'tdesktop',
    'tsetup',
  ],
  relatives: [
    { name: '64Gram', source: 'TDesktop-x64/tdesktop' },
    { name: '64gram-desktop', source: 'TDesktop-x64/tdesktop' },
    { name: 'io.github.tdesktop_x64.TDesktop', source: 'flathub: TDesktop-x64/tdesktop' },
    { name: 'Kotatogram', source: 'kotatogram/kotatogram-desktop' },
    { name: 'kotatogram-desktop', source: 'kotatogram/kotatogram-desktop' },
    { name: 'io.github.kotatogram', source: 'flathub: kotatogram/kotatogram-desktop' },
    { name: 'AyuGram', source: 'AyuGram/AyuGramDesktop' },
    { name: 'ayugram-desktop', source: 'AyuGram/AyuGramDesktop' },
    { name: 'com.ayugram.desktop', source: 'flathub: AyuGram/AyuGramDesktop' },
  ],
  origin: 'catalogue',
  editions: [telegramWindows, telegramMacos, telegramLinux],
};
