import type { checks as en } from '../en/checks.ts';

export const checks: typeof en = {
  processes: {
    what: '进程',
    limited: '看不到其他用户的进程，也看不到隐藏自身的程序。',
    missing: '看不到进程时，绝不会说“已退净”，也不会动任何东西。',
  },
  observer: {
    what: '第二观察者',
    limited: '没有可用的第二观察者，“--second-look”不起作用。',
    missing: '',
  },
  tray: {
    what: '托盘',
    limited: '看不到图标或菜单的客户端，改用其他礼貌的方式请其退出。',
    missing: '托盘未知时，绝不会说“已退净”。',
  },
  screen: {
    what: '窗口',
    limited: '有些窗口对其他程序不可见；进程可见。',
    missing: '客户端运行时，其窗口未知。',
  },
  waiting: { what: '等待', limited: '退出会稍晚一点被发现。', missing: '' },
  files: { what: '客户端的文件', limited: '', missing: '可以退出；文件大小未知，清理会拒绝执行。' },
  trash: { what: '回收站', limited: '', missing: '清理会拒绝执行，除非使用 "--permanently"。' },
  state: {
    what: '凭据',
    limited: '',
    missing: '退出和清理仍可进行；凭据只保留到注销，或只显示一次。',
  },
};
