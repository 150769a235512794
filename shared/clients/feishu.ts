import type { CatalogueClient } from '../core/client.ts';
import { feishuLinux } from './feishu/linux.ts';
import { larkMacos, larkWindows } from './feishu/shell.ts';

export const feishu: CatalogueClient = {
  id: 'feishu',
  name: 'Feishu',
  nameZh: '飞书',
  otherNames: ['Fei Shu', 'feishu app', '飞书电脑版'],
  aliases: ['bytedance-feishu', 'cn.feishu.Feishu'],
  origin: 'catalogue',
  editions: [
    larkWindows('Feishu', 'LarkShell', ['退出飞书', '退出', 'Quit']),
    larkMacos('Feishu', 'LarkShell', ['com.electron.lark', 'com.bytedance.macos.feishu']),
    feishuLinux,
  ],
};
