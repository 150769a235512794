import type { accounts as en } from '../en/accounts.ts';

export const accounts: typeof en = {
  none: '没有找到账号',
  account: '账号',
  signedIn: '已登录',
  notSignedIn: '未登录',
  lastUsed: (day) => `上次使用 ${day}`,
  kept: (size) => `保留 ${size}`,
};
