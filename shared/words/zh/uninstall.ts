import type { uninstall as en } from '../en/uninstall.ts';

export const uninstall: typeof en = {
  help: '删除净退为您保存的文件，绝不动聊天软件的任何内容',
  removes: '将删除：',
  kind: {
    receipts: '操作记录',
    records: '还原记录',
    resets: '已还原的重置记录',
    notes: '状态文件',
    settings: '设置',
    clients: '您自己的软件文件',
    completion: '补全脚本',
  },
  nothing: '净退在这里没有保存任何文件。',
  stays: '会保留：',
  chats: '聊天软件的全部内容：聊天记录、登录、缓存',
  trash: (purges, where) =>
    `${purges} 次清理移到回收站的内容${where && `（${where}）`}；没有还原记录后，只能从回收站取回`,
  trashNext: '如需先放回原处：clean-exit restore',
  managed: (folder) => `${folder}，由管理员设置`,
  why: {
    unknown: '不是净退的文件',
    'other-owner': '属于其他用户',
    'not-as-printed': '与 `clean-exit completion` 的输出不同：可能是您编写或改过的',
    'came-later': '列出清单之后才出现：已保留',
    key: '可能是您自己的密钥',
    picture: '策略要求留下的截图：净退绝不会删除',
    busy: '净退正在处理另一个请求',
  },
  leadsBack: (folders) =>
    `用于找回重置时移到一边的内容${folders && `（${folders}）`}，那些内容绝不会删除。如需先放回：clean-exit restore`,
  link: (real) => `是指向 ${real} 的链接：那里的内容不会删除`,
  quarantined: (client) => `${client} 的一次清理中断了，有文件被移到一旁：`,
  quarantinedNext: (client) =>
    `没有删除任何文件。请完成清理，必须保留的会放回原处：clean-exit purge ${client}`,
  notSeen: (client, why) => `${client}：无法确定是否有中断的清理移到一旁的文件（${why}）`,
  byHand: '之后请移除程序本身：',
  npm: '命令行：npm uninstall -g clean-exit-cli',
  checkout: (folder) => `命令行：删除文件夹 ${folder}`,
  keys: '按键插件（如果在用）：Stream Deck 的“偏好设置”→“插件”→ Clean Exit → 卸载',
  raycast: '扩展（如果在用）：Raycast 的 Settings → Extensions → Clean Exit → Uninstall',
  confirm: '永久删除这些文件？',
  needsYes: '没有可以询问的终端。',
  needsYesNext: '先用 --dry-run 预览，再用 --yes 确认。',
  busy: (clients) => `净退正在处理 ${clients}。`,
  busyNext: '请等它结束后再运行。没有删除任何文件。',
  practice: '练习软件还在运行。',
  hold: (file) =>
    `已启用禁止删除（法务保全）${file && `（${file}）`}，操作记录必须保留。没有删除任何文件。`,
  holdNext: '请联系设置保全的人。',
  removed: (files) => (files === 0 ? '没有删除任何文件。' : `已删除 ${files} 个文件。`),
};
