import type { accounts as en } from '../en/accounts.ts';

export const accounts: typeof en = {
  none: '没有找到账号',
  account: '账号',
  signedIn: '使用中',
  notSignedIn: '当前未使用',
  lastUsed: (day) => `上次使用 ${day}`,
  kept: (size) => `另有 ${size} 从不删除`,
};
