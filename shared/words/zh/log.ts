import type { log as en } from '../en/log.ts';

export const log: typeof en = {
  empty: '还没有凭据',
  none: '没有符合条件的凭据',
  unread: (size) => `更早的凭据太多，有 ${size} 没有读取`,
  fault: (why) => `部分凭据无法读取：${why}`,
  newer: (count) => `有 ${count} 条凭据由更新版本的净退写入，未显示`,
  damaged: (count) => `凭据中有 ${count} 行已损坏`,
};
