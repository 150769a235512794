import type { usage as en } from '../en/usage.ts';

export const usage: typeof en = {
  fileFault: (file, said) => `${file}：${said}`,
  fieldFault: (field, said) => `“${field}”${said}`,
  fileFaultNext: '查看软件文件的格式：clean-exit schema client',
  policyFaultNext:
    '请先改正这个文件；在此之前，它可能禁止的操作一律拒绝。查看文件格式：clean-exit schema policy',
  faultsRemain: (files) => `有 ${files} 个软件文件有误。查看原因：clean-exit doctor`,
  badTime: (value) => `“${value}”不是有效的时长。`,
  badTimeNext: '请写秒数（10），或带单位的数字：500ms、10s、2m、3h、7d。',
};
