import type { Client } from '../core/client.ts';
import { wecomLinux } from './wecom/linux.ts';
import { wecomMacos } from './wecom/macos.ts';
import { wecomWindows } from './wecom/windows.ts';

export const wecom: Client = {
  id: 'wecom',
  name: 'WeCom',
  nameZh: '企业微信',
  aliases: ['WXWork', 'WeChat Work', 'com.qq.weixin.work'],
  origin: 'catalogue',
  editions: [wecomWindows, wecomMacos, wecomLinux],
};
