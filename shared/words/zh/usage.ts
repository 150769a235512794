import type { usage as en } from '../en/usage.ts';

export const usage: typeof en = {
  fileFault: (file, field, expected) => `${file}：${field} 应为 ${expected}`,
  fileFaultNext: '"clean-exit schema client" 会列出客户端文件的写法。',
  policyFaultNext: '请先改正，在此之前什么都不会做。"clean-exit schema policy" 显示可用的内容。',
  faultsRemain: (files) => `有 ${files} 个客户端文件无法读取：请运行 "clean-exit doctor"。`,
  badTime: (value) => `"${value}" 不是时间。`,
  badTimeNext: '请写秒数（10），或带单位的数字：500ms、10s、2m、3h、7d。',
};
