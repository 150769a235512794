import type { progress as en } from '../en/progress.ts';

export const progress: typeof en = {
  asking: (subject) => `请 ${subject} 退出 …`,
  askingOtherwise: (subject, why) => `${subject}：${why}；改用其他方式请求退出 …`,
  ending: (subject) => `结束 ${subject} …`,
  closing: (subject) => `关闭 ${subject} …`,
  listing: (subject) => `正在查看 ${subject} 的文件…`,
  waiting: (seconds) => `等待其退出 … ${seconds} 秒`,
  settling: (seconds) => `观察是否又出现 … ${seconds} 秒`,
  removing: (files, of, size) => `移除中 … ${files} / ${of} 个文件，${size}`,
};
