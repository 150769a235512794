import type { CatalogueClient } from '../core/client.ts';
import { larkMacos, larkWindows } from './feishu/shell.ts';

/** Feishu outside of China: the same program with another name and folder; none for Linux was found. */
export const lark: CatalogueClient = {
  id: 'lark',
  name: 'Lark',
  nameZh: 'Lark',
  otherNames: ['Lark Suite', '飞书国际版'],
  aliases: ['LarkSuite', 'bytedance-lark'],
  origin: 'catalogue',
  editions: [
    larkWindows('Lark', 'LarkInternational', ['退出Lark', '退出', 'Quit']),
    larkMacos('Lark', 'LarkInternational', ['com.larksuite.larkApp']),
  ],
};
