import type { Client } from '../core/client.ts';
import { qqLinux } from './qq/linux.ts';
import { qqMacos } from './qq/macos.ts';
import { qqWindows } from './qq/windows.ts';

export const qq: Client = {
  id: 'qq',
  name: 'QQ',
  nameZh: 'QQ',
  origin: 'catalogue',
  editions: [qqWindows, qqMacos, qqLinux],
};
