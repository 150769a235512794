import type { tour as en } from '../en/tour.ts';

export const tour: typeof en = {
  begin: '这是净退。它让聊天程序真正离开电脑，并如实说明还剩下什么。',
  start: '启动一个练习客户端：真实的进程、真实的托盘图标、临时目录中的真实文件。',
  status: '现在有什么？',
  exit: '安全退出：请它退出，等待，结束留下的辅助进程，再看一次。',
  again: '真的退净了吗？',
  purge: '清理缓存：移入其目录的回收站，绝不动聊天记录。',
  last: '还剩下什么？',
  log: '每次操作都有凭据：',
  end: '练习客户端及其全部文件已经移除。现在试试您自己的：npx . status\n或者在浏览器里的虚拟 Stream Deck 上按键：npm run deck',
};
