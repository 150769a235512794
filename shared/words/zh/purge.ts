import type { purge as en } from '../en/purge.ts';

export const purge: typeof en = {
  listTotal: (files, size) => `${files} 个文件，${size}`,
  listCode: (code) => `清单 ${code}`,
  listMore: (folders) => `另有 ${folders} 个文件夹（加 --verbose 全部显示）`,
  listUnknown: (why) => `无法列出会移除的内容：${why}`,
  afterExit: '退出之后会移除：',
  exactly: (command) => `只移除这份清单：clean-exit ${command}`,
  confirmTrash: '把这些移入回收站？',
  confirmPermanently: '永久删除这些，不移入回收站？',
  needsYes: '永久删除需要确认，但这里没有可供询问的终端。',
  needsYesNext: '确定时加上 --yes，或去掉 --permanently 改为移入回收站。',
  oneList: '清单代码只对应一个软件。',
  oneListNext: '请只写预览过清单的那个软件。',
  stays: '保留',
  staysWhat: '聊天记录、设置，以及净退不认识的文件',
};
