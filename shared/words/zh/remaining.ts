import type { remaining as en } from '../en/remaining.ts';

export const remaining: typeof en = {
  nothingLeft: '没有聊天软件在运行',
  noOther: '没有其他聊天软件在运行',
  noneOf: (count) => `其余 ${count} 个均未运行`,
  trayIcons: (count) => `${count} 个托盘图标`,
  windows: (count) => `${count} 个窗口`,
  leftovers: (count) => `${count} 个崩溃残留文件`,
  unmerged: '上次未正常关闭数据库，日志已保留',
  others: (count) => `其他用户也在运行（${count} 个进程），未作处理`,
  elsewhere: (count) => `另一个桌面上还有 ${count} 个进程，未作处理`,
  startedByIt: (names) => `由它启动的 ${names} 是独立程序，仍在运行`,
  keptBySystem: (names) => `${names} 由 macOS 自行启动和结束`,
  freeable: (size, client) => `可清理 ${size}，运行：clean-exit purge ${client}`,
  freeableLater: (size, client) => `可清理 ${size}，退出后运行：clean-exit purge ${client}`,
  cacheUnknown: (why) => `大小未知：${why}`,
  filesNotLooked: (client) =>
    `未检查文件，因为 macOS 可能会先询问。列出文件：clean-exit purge ${client} --dry-run`,
  unseenProcesses: '进程',
  unseenTray: '托盘',
  unseenWindows: '窗口',
  unseenOthers: '其他用户的进程',
  unseenClients: '您的软件文件：',
  unseenJournals: '数据库日志',
};
