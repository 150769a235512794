import type { clients as en } from '../en/clients.ts';

export const clients: typeof en = {
  noSuchClient: (name) => `没有名为“${name}”的软件。`,
  known: (ids) => `可用名称：${ids}`,
  oneClient: '一个程序只属于一个软件：请写出软件名，不能用 all。',
  elsewhere: (ids) => `其他版本：${ids}（加 --all 显示）`,
  heads: { id: '标识', name: '名称', systems: '系统', tiers: '可清理', sure: '可信度' },
  says: (sure, source) => `（${sure}，来源：${source}）`,
  notes: (count, client) => `另有 ${count} 条英文说明：clean-exit clients show ${client} --lang en`,
  noTiers: '仅退出',
  onlyLooked: '只统计，不移除',
  quitsBy: '退出菜单',
  files: '文件夹',
  never: '从不移除',
  stillWrites: '退出后仍写入',
  exitOnly: '仅支持退出，不移除任何文件',
  exportOne: '一次只能导出一个软件的清理规则。',
  exportOneNext: '请只写一个软件：clean-exit clients export --format cleanerml slack',
  exportNothing: (client) => `“${client}”没有可导出的内容：尚不清楚它在 Linux 上的缓存位置。`,
  exportNothingNext: (client) => `查看它的已知信息：clean-exit clients show ${client}`,
};
