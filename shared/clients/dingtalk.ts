import type { CatalogueClient } from '../core/client.ts';
import { dingtalkLinux } from './dingtalk/linux.ts';
import { dingtalkMacos } from './dingtalk/macos.ts';
import { dingtalkWindows } from './dingtalk/windows.ts';

export const dingtalk: CatalogueClient = {
  id: 'dingtalk',
  name: 'DingTalk',
  nameZh: '钉钉',
  otherNames: ['dingding', 'Ding Talk', '钉'],
  aliases: ['DingDing', 'com.alibabainc.dingtalk', 'com.dingtalk.DingTalk', 'dingtalk-bin'],
  origin: 'catalogue',
  editions: [dingtalkWindows, dingtalkMacos, dingtalkLinux],
};
