import type { progress as en } from '../en/progress.ts';

export const progress: typeof en = {
  asking: (subject) => `正在通知 ${subject} 退出…`,
  askingOtherwise: (subject, why) => `${subject}：${why}；正在改用其他方式通知…`,
  ending: (subject) => `正在结束 ${subject}…`,
  closing: (subject) => `正在关闭 ${subject}…`,
  listing: (subject) => `正在列出 ${subject} 的文件…`,
  waiting: (seconds) => `等待退出… ${seconds} 秒`,
  settling: (seconds) => `确认没有再次启动… ${seconds} 秒`,
  removing: (files, of, size) => `正在移除… ${files} / ${of} 个文件，${size}`,
};
