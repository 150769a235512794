import type { tour as en } from '../en/tour.ts';

export const tour: typeof en = {
  begin: '这是净退。它彻底退出聊天软件，退出后再检查一遍，并如实告诉您还有什么在运行。',
  start: '启动一个练习软件：真实的进程、真实的托盘图标、临时目录中的真实文件。',
  status: '现在有什么在运行？',
  exit: '安全退出：通知它退出，等待，结束剩余的辅助进程，再检查一遍。',
  again: '真的退净了吗？',
  purge: '清理缓存：移入其临时目录的回收站，绝不动聊天记录。',
  last: '还剩下什么？',
  log: '每次操作都有记录：',
  end: '练习软件及其全部文件已经删除。现在看看您自己的软件：npx . status\n或者在浏览器里的虚拟 Stream Deck 上按键：npm run deck',
};
