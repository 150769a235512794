import type { Client } from '../core/client.ts';
import { telegramLinux } from './telegram/linux.ts';
import { telegramMacos } from './telegram/macos.ts';
import { telegramWindows } from './telegram/windows.ts';

export const telegram: Client = {
  id: 'telegram',
  name: 'Telegram',
  nameZh: 'Telegram',
  origin: 'catalogue',
  editions: [telegramWindows, telegramMacos, telegramLinux],
};
