import type { doctor as en } from '../en/doctor.ts';

export const doctor: typeof en = {
  good: '正常',
  limited: '受限',
  missing: '缺失',
  warning: '注意',
  allGood: '一切可见。',
  clientFiles: '客户端文件',
  policyFiles: '策略',
  wouldAsk: (client, methods) => `${client} 将通过以下方式请其退出：${methods}`,
  wouldAskIdle: (client, methods) => `${client}（未运行）将通过以下方式请其退出：${methods}`,
  noQuitMethod: (client) => `${client} 已安装，但不知道有什么方式可以请其退出`,
  cannotTell: (client, why) => `${client}：无法确定是否已安装：${why}`,
  recorded: (file) => `已记录到 ${file}`,
  recordedNext: '名称、路径和账号已被替换。发给别人之前请先看一遍。',
  fileExists: (file) => `${file} 已经存在。`,
  fileExistsNext: '什么都没有做，它保持原样：请换一个文件名。',
  fileFailed: (file, why) => `无法写入 ${file}（${why}）。`,
  fileFailedNext: '请指定一个位于现有、您可写入的文件夹中的文件。',
};
