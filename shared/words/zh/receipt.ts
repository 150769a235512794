import type { receipt as en } from '../en/receipt.ts';

export const receipt: typeof en = {
  did: '已做',
  left: '残留',
  refused: '拒绝',
  next: '下一步',
  note: '注意',
  cache: '缓存',
  putBack: '放回',
  forced: '强制结束',
  hidden: '已隐藏',
  notDone: '什么都没有做。',
  nothingRemoved: '已拒绝，没有移除任何文件',
  nothingToDo: '无事可做',
  freed: (size) => `已释放 ${size}`,
  trashed: (size) => `${size} 已移入回收站`,
  more: (count) => `另有 ${count} 项`,
  elapsed: (seconds) => `${seconds} 秒`,
  wouldDo: '将会',
  ifStillThere: '如仍在',
  confirmForce: (names) => `强制结束${names}？未保存的内容会丢失。`,
};
