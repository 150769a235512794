import type { checks as en } from '../en/checks.ts';

export const checks: typeof en = {
  processes: {
    what: '进程',
    limited: '看不到其他用户的进程和隐藏的进程。',
    missing: '看不到进程时，净退不会报告“已退净”，也不做任何更改。',
  },
  observer: {
    what: '复查程序',
    limited: '没有可用的复查程序，--second-look 不起作用。',
    missing: '',
  },
  tray: {
    what: '托盘',
    limited: '没有找到托盘，改用终止信号（SIGTERM）通知软件退出。',
    missing: '看不到托盘时，净退不会报告“已退净”。',
  },
  screen: {
    what: '窗口',
    limited: '部分窗口对其他程序不可见，进程可见。',
    missing: '无法得知运行中软件的窗口。',
  },
  waiting: { what: '退出检测', limited: '检测到退出会稍有延迟。', missing: '' },
  files: { what: '软件文件', limited: '', missing: '可以退出；文件大小未知，清理会被拒绝。' },
  trash: { what: '回收站', limited: '', missing: '文件无法移到这个回收站。' },
  state: {
    what: '操作记录',
    limited: '',
    missing: '退出和清理仍可进行；操作记录只保留到注销，或只显示一次。',
  },
};
