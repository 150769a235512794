import type { remaining as en } from '../en/remaining.ts';

export const remaining: typeof en = {
  nothingLeft: '没有残留',
  noneOf: (count) => `另外 ${count} 个客户端没有残留`,
  trayIcons: (count) => `${count} 个托盘图标`,
  windows: (count) => `${count} 个窗口`,
  leftovers: (count) => `${count} 个异常退出的残留文件`,
  unmerged: '上次未正常关闭；其日志保留',
  others: (count) => `另有 ${count} 个相同的进程属于其他用户，不动`,
  elsewhere: (count) => `另一个桌面上还有 ${count} 个进程，未处理`,
  startedByIt: (names) => `由它启动的 ${names} 仍在运行，不属于它`,
  keptBySystem: (names) => `${names} 由 macOS 自行启动和结束，不动`,
  freeable: (size) => `${size} 缓存`,
  cacheUnknown: (why) => `缓存大小未知：${why}`,
  filesNotLooked: (client) =>
    `未查看文件，因为 macOS 可能会先询问：运行 clean-exit purge ${client} --dry-run 可列出文件。`,
  unseenProcesses: '进程',
  unseenTray: '托盘',
  unseenWindows: '窗口',
  unseenOthers: '其他用户的进程',
  unseenClients: '你的客户端文件：',
  unseenJournals: '数据库日志',
};
