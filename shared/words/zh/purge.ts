import type { purge as en } from '../en/purge.ts';

export const purge: typeof en = {
  listTotal: (files, size) => `${files} 个文件，${size}`,
  listCode: (code) => `清单 ${code}`,
  listMore: (folders) => `另有 ${folders} 个文件夹，加 --verbose 显示`,
  listUnknown: (why) => `无法得知会移除什么：${why}`,
  afterExit: '退出之后会移除：',
  confirmTrash: '把这些移入回收站？',
  confirmPermanently: '永久移除这些，不经回收站？',
  needsYes: '永久移除需要确认，而这里无法询问。',
  needsYesNext: '确定时加上 --yes，或不用 --permanently：文件会进入回收站。',
  oneList: '一份清单只对应一个客户端。',
  oneListNext: '请只写清单所对应的客户端。',
  stays: '保留',
  staysWhat: '聊天记录、设置等，从不删除',
};
