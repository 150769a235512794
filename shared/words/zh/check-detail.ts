import type { checkDetail as en } from '../en/check-detail.ts';

export const checkDetail: typeof en = {
  processes: (count, hidden, more) => `可见 ${count} 个，隐藏 ${hidden} 个${more}`,
  byName: (count, hidden) => `可见 ${count} 个，其中 ${hidden} 个只有名称`,
  observer: (count) => `ps-list 看到 ${count} 个`,
  none: '无',
  noBus: '没有会话总线',
  noWatcher: '会话总线上没有 StatusNotifierWatcher',
  polling: '轮询（stat）',
  notWhose: 'macOS 不说明图标属于哪个程序',
};
