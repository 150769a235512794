import type { hint as en } from '../en/hint.ts';

export const hint: typeof en = {
  stopped: '是您中断的；要继续请再运行一次。',
  window: '还有窗口：它可能在询问什么。',
  isStopped: (pid) =>
    `它已被暂停，无法响应：请先让它继续（kill -CONT ${pid}）再重试，或用 "clean-exit force" 结束。`,
  startedMeanwhile: '它在此期间又启动了，新的进程没有动：请再运行一次。',
  unasked: '无法请求它退出：请用它自己的菜单退出，或用 "clean-exit force" 结束。',
  heldIcon: (pid) => `它启动的另一个程序（PID ${pid}）仍显示着它的图标：请退出该程序。`,
  ghost: '只剩下一个已无主的图标：面板重新启动或您注销后它就会消失。',
};
