import type { Client } from '../core/client.ts';
import { wechatLinux } from './wechat/linux.ts';
import { wechatMacos } from './wechat/macos.ts';
import { wechatWindows3 } from './wechat/windows-3.ts';
import { wechatWindows4 } from './wechat/windows-4.ts';

export const wechat: Client = {
  id: 'wechat',
  name: 'WeChat',
  nameZh: '微信',
  origin: 'catalogue',
  editions: [wechatWindows4, wechatWindows3, wechatMacos, wechatLinux],
};
