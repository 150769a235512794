import type { doctor as en } from '../en/doctor.ts';

export const doctor: typeof en = {
  good: '正常',
  limited: '受限',
  missing: '缺失',
  broken: '错误',
  warning: '注意',
  allGood: '全部可以检查。',
  clientFiles: '软件文件',
  policyFiles: '策略',
  howToQuit: '已安装的软件将按以下方式通知退出：',
  wouldAsk: (client, methods) => `${client}：${methods}`,
  wouldAskIdle: (client, methods) => `${client}（未运行）：${methods}`,
  noQuitMethod: (client) => `${client} 已安装，但没有已知的方式通知它退出`,
  cannotTell: (client, why) => `无法确定是否安装了${client}：${why}`,
  anywhere: (client) => `无法确定是否安装了${client}：在 Wine 下它可能位于任何位置。`,
  recorded: (file) => `已记录到 ${file}`,
  recordedNext: '名称、路径和账号已被替换。分享之前请先看一遍这个文件。',
  fileExists: (file) => `${file} 已经存在。`,
  fileExistsNext: '未做任何更改，请换一个文件名。',
  fileFailed: (file, why) => `无法写入 ${file}（${why}）。`,
  fileFailedNext: '请指定现有文件夹中您可写入的文件。',
};
