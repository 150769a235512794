import type { practice as en } from '../en/practice.ts';

export const practice: typeof en = {
  started: (behaviour, root, helpers, home) =>
    `练习客户端已启动（${behaviour}）：主进程 ${root}，${helpers} 个辅助进程，目录 ${home}`,
  stopped: (processes, home) => `练习客户端已停止：结束 ${processes} 个进程，已移除 ${home}`,
  none: '没有正在运行的练习客户端',
  running: '已有一个练习客户端在运行。',
  runningNext: '请先停止它：clean-exit practice stop',
  next: '请先启动它：clean-exit practice start',
  noIcon: (why) => `没有托盘图标：${why}`,
  fileInTheWay: (file) => `${file} 是您自己的客户端文件。`,
  fileInTheWayNext: '请先改名；它保持原样。',
};
