import type { CatalogueClient } from '../core/client.ts';
import { qqLinux } from './qq/linux.ts';
import { qqMacos } from './qq/macos.ts';
import { qqWindows } from './qq/windows.ts';

export const qq: CatalogueClient = {
  id: 'qq',
  name: 'QQ',
  nameZh: 'QQ',
  otherNames: ['Tencent QQ', '腾讯QQ', 'QQ NT', '企鹅'],
  aliases: ['QQNT', 'linuxqq', 'com.qq.QQ', 'tencent-qq'],
  relatives: [{ name: 'icalingua', source: 'Icalingua-plus-plus/Icalingua-plus-plus' }],
  origin: 'catalogue',
  editions: [qqWindows, qqMacos, qqLinux],
};
