import type { Client } from '../core/client.ts';
import { dingtalkLinux } from './dingtalk/linux.ts';
import { dingtalkMacos } from './dingtalk/macos.ts';
import { dingtalkWindows } from './dingtalk/windows.ts';

export const dingtalk: Client = {
  id: 'dingtalk',
  name: 'DingTalk',
  nameZh: '钉钉',
  origin: 'catalogue',
  editions: [dingtalkWindows, dingtalkMacos, dingtalkLinux],
};
