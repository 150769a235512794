import type { methods as enMethods, reasons as en } from '../en/reasons.ts';
import { reason } from '../reason.ts';

export const reasons: typeof en = {
  denied: reason('没有访问权限'),
  failed: reason('检查失败'),
  timeout: reason('超时无响应'),
  unsupported: reason('此系统上不可见'),
  'not-looked': reason('未检查'),
  'too-many': reason('文件过多，未完整统计'),
  ENOSPC: reason('磁盘已满'),
  EDQUOT: reason('超出磁盘配额'),
  EACCES: reason('没有权限'),
  EPERM: reason('系统不允许'),
  EROFS: reason('只读文件系统'),
  ENOTDIR: reason('不是文件夹'),
  ENOENT: reason('没有这个文件或文件夹'),
  EISDIR: reason('是一个文件夹'),
  EEXIST: reason('同名文件已存在'),
  ELOOP: reason('符号链接层数过多'),
  EIO: reason('读写错误'),
  'not-a-file': reason('不是普通文件'),
  'menu-not-understood': (entries = '') =>
    entries === '' ? '菜单中没有可用的项' : `菜单中没有已知的退出项：${entries}`,
  'started-meanwhile': reason('退出期间新启动，未作处理'),
  'unknown-place': reason('位于未知路径'),
  'set-aside': (count = '') => `${count} 项`,
  'to-trash': (count = '') => `${count} 个文件移入回收站`,
  'for-good': (count = '') => `${count} 个文件永久删除`,
  'root-still-there': reason('主进程仍在运行'),
  'still-there': reason('仍在运行'),
  'nobody-asked': reason('没有进程能收到通知'),
  'two-observers': (seen = '') => (seen === '' ? '两次检查结果不一致' : `复查仍看到：${seen}`),
  'may-restart': (supervisor = '') => `${supervisor} 仍在运行，可能会再次启动它`,
  respawned: reason('又启动了'),
  blind: reason('无法检查'),
  cancelled: reason('已中断'),
  declined: reason('没有同意'),
  'force-not-allowed': reason('策略不允许强制退出'),
};

export const methods: typeof enMethods = {
  'tray-menu': (entry = '') => (entry === '' ? '托盘菜单' : `托盘菜单“${entry}”`),
  window: () => '关闭窗口',
  signal: () => '终止信号（SIGTERM）',
  terminate: () => 'macOS 的退出请求',
  'apple-event': () => 'Apple 事件',
  'session-end': () => 'Windows 关机请求',
};
