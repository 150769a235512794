import type { log as en } from '../en/log.ts';

export const log: typeof en = {
  empty: '还没有操作记录',
  none: '没有符合条件的操作记录',
  all: '全部',
  unread: (size) => `更早的操作记录过大，有 ${size} 没有读取`,
  fault: (why) => `部分操作记录无法读取：${why}`,
  newer: (count) => `有 ${count} 条操作记录由更新版本的净退写入，未显示`,
  damaged: (count) => `操作记录中有 ${count} 行已损坏`,
  partlyAudited: '两条审计日志中有一条未写入',
  times: (count, what) => `${what}（${count} 项）`,
};
