import type { hint as en } from '../en/hint.ts';

export const hint: typeof en = {
  stopped: '操作已被您中断；如需继续，请重新运行同一命令。',
  window: '还有窗口开着，软件可能在询问什么。',
  asks: (title, client) => `它正显示“${title}”。请先回答，或运行：clean-exit force ${client}`,
  isStopped: (pid, client) =>
    `它的进程已被暂停，无法响应。请用“kill -CONT ${pid}”恢复后重试，或运行：clean-exit force ${client}`,
  startedMeanwhile: (client) =>
    `退出期间它又被启动，新进程未作处理。请再运行：clean-exit exit ${client}`,
  unasked: (client) =>
    `没有进程能收到退出通知。请用软件自己的菜单退出，或运行：clean-exit force ${client}`,
  heldIcon: (pid) => `它启动的另一个程序（PID ${pid}）仍显示着它的图标：请退出该程序。`,
  ghost: '只剩一个失效图标，程序已退出；面板重启或您注销后图标就会消失。',
};
