import type { clients as en } from '../en/clients.ts';

export const clients: typeof en = {
  noSuchClient: (name) => `没有名为 "${name}" 的客户端。`,
  known: (ids) => `已知：${ids}`,
  oneClient: '一个程序只属于一个客户端：请写出它的名字，不能用 "all"。',
  elsewhere: (ids) => `另外还知道：${ids}（加 --all 显示）`,
  onlyLooked: '只查看，绝不移除',
  quitsBy: '退出菜单',
  files: '它的文件',
  never: '绝不移除',
  stillWrites: '退出后仍写入',
  exitOnly: '仅可退出，不移除任何文件',
  exportOne: '一个清理规则只对应一个客户端。',
  exportOneNext: '请只写一个：clean-exit clients export --format cleanerml slack',
  exportNothing: (client) => `"${client}" 没有可导出的内容：不知道它在 Linux 上的缓存。`,
  exportNothingNext: '运行 "clean-exit clients show" 查看已知的内容。',
};
