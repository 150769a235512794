import type { Client } from '../core/client.ts';
import { dingtalkLinux } from './dingtalk/linux.ts';
import { dingtalkMacos } from './dingtalk/macos.ts';
import { dingtalkWindows } from './dingtalk/windows.ts';

export const dingtalk: Client = {
  id: 'dingtalk',
  name: 'DingTalk',
  nameZh: '钉钉',
  aliases: ['DingDing', 'com.alibabainc.dingtalk', 'com.dingtalk.DingTalk', 'dingtalk-bin'],
  origin: 'catalogue',
  editions: [dingtalkWindows, dingtalkMacos, dingtalkLinux],
};
