import type { practice as en } from '../en/practice.ts';

export const practice: typeof en = {
  started: (behaviour, root, helpers) =>
    `练习软件已启动（${behaviour}）：主进程 ${root}，${helpers} 个辅助进程`,
  home: (home) => `临时目录：${home}`,
  startedNext: '退出它：clean-exit exit practice',
  stopped: (processes, home) => `练习软件已停止：结束 ${processes} 个进程，已删除 ${home}`,
  none: '没有正在运行的练习软件',
  running: '练习软件已经在运行。',
  runningNext: '请先停止它：clean-exit practice stop',
  next: '请先启动它：clean-exit practice start',
  noIcon: (why) => `没有托盘图标：${why}`,
  fileInTheWay: (file) => `${file} 是您自己的软件文件。`,
  fileInTheWayNext: '请先给它改名；文件未作更改。',
};
