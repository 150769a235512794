import type { watch as en } from '../en/watch.ts';

export const watch: typeof en = {
  quiet: '除错误外不输出任何内容，结果看退出码（JSON 照常输出）',
  status: '持续监视，有变化就显示，按 Ctrl-C 结束',
  noLonger: (name) => `软件目录中已没有${name}。`,
  notLooked: (name, why) => `无法检查 ${name}${why && `：${why}`}`,
  notLookedNext: '请运行 "clean-exit doctor" 查看这台电脑允许什么。',
};
