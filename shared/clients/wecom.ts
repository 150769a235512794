import type { CatalogueClient } from '../core/client.ts';
import { wecomLinux } from './wecom/linux.ts';
import { wecomMacos } from './wecom/macos.ts';
import { wecomWindows } from './wecom/windows.ts';

export const wecom: CatalogueClient = {
  id: 'wecom',
  name: 'WeCom',
  nameZh: '企业微信',
  otherNames: [
    'wework',
    'qywx',
    'qiyeweixin',
    '企微',
    'WeChat Enterprise',
    'Enterprise WeChat',
    '企业微信电脑版',
  ],
  aliases: ['WXWork', 'WeChat Work', 'com.qq.weixin.work'],
  origin: 'catalogue',
  editions: [wecomWindows, wecomMacos, wecomLinux],
};
