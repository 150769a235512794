import type { doubts as en } from '../en/doubts.ts';

export const doubts: typeof en = {
  likely: (program, place, pid, client, id, quoted) =>
    `有一个名为 ${program} 的程序正在 ${place} 运行（pid ${pid}）。如果它是${client}，请运行 clean-exit clients confirm ${id} ${quoted}；如果不是，请运行 clean-exit clients deny ${quoted}`,
  runs: (place, pid, client) =>
    `${place}（pid ${pid}）可能正在运行${client}。请手动退出它，然后再检查一次。`,
  hidden: (pid, client) =>
    `有一个程序（pid ${pid}）隐藏了自己的路径，它可能是${client}。请手动退出它，然后再检查一次。`,
  ask: (program, place, pid, client) =>
    `有一个名为 ${program} 的程序正在 ${place} 运行（pid ${pid}）。它是${client}吗？`,
  namesake: (program, pid, place) => `${program}（pid ${pid}）只是同名：${place}`,
};
