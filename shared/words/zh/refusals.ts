import type { refusals as en } from '../en/refusals.ts';

export const refusals: typeof en = {
  blind: {
    what: '净退无法完成必要的检查，因此没有做任何更改。',
    next: '查看哪些无法检查：clean-exit doctor',
  },
  busy: {
    what: '另一个净退操作正在处理这个软件。',
    next: (client) => `请等它结束，再查看状态：clean-exit status ${client}`,
  },
  'client-running': {
    what: '软件仍在运行，没有动它的文件。',
    next: (client, options) =>
      `先退出再清理：clean-exit exit ${client} && clean-exit purge ${client}${options}`,
  },
  failed: {
    what: '净退自身出错。',
    next: (client) => `请先查看状态再重试：clean-exit status ${client}`,
  },
  declined: { what: '您选择了否。', next: '没有结束任何程序，需要时可重新执行。' },
  denied: {
    what: '系统不允许。',
    next: '请由文件或进程的所有者操作，或授予净退相应权限。',
  },
  'force-not-allowed': {
    what: '策略不允许强制退出。',
    next: (client) => `请用安全退出，或联系管理员：clean-exit exit ${client}`,
  },
  hold: {
    what: '已启用禁止删除（法务保全），不能移除任何内容。',
    next: '请联系在策略中设置禁止删除的管理员。',
  },
  'not-removable': {
    what: '净退对这个软件的文件了解不足，不移除任何文件。',
    next: '请在软件内部清理缓存。',
  },
  'not-supported': {
    what: '这台电脑不支持此操作。',
    next: '查看这里可用的功能：clean-exit doctor',
  },
  'open-elsewhere': {
    what: '有其他程序正打开着它的文件，因此没有移除任何内容。',
    next: '请关闭该程序后再清理。',
  },
  'needs-consent': {
    what: '这些是您自己的文件，需要单独确认。',
    next: (client, options) =>
      `请先用 --dry-run 预览，再用 --as-shown 加清单代码确认。预览：clean-exit purge ${client}${options} --dry-run`,
  },
  'audit-unwritable': {
    what: '策略要求写入审计日志，但目前无法写入。',
    next: '查看原因：clean-exit audit status',
  },
  'needs-proof': {
    what: '策略要求的验证没有完成。',
    next: '请在命令行中执行，那里可以完成验证。',
  },
  'no-such-account': {
    what: '没有这个账号。',
    next: (client) => `查看有哪些账号：clean-exit accounts ${client}`,
  },
  'trash-only': { what: '您自己的文件只能移入回收站。', next: '请去掉 --permanently。' },
  'no-trash': {
    what: '没有可用的回收站。',
    next: (client, options) =>
      options.includes('your-files')
        ? `请在所在磁盘上腾出空间，或取得其顶层文件夹的写权限，再运行：clean-exit purge ${client}${options}`
        : `如要永久删除：clean-exit purge ${client}${options} --permanently`,
  },
  'not-in-trash': {
    what: '文件已移走，但在回收站中没有找到。',
    next: '请先检查回收站，并允许净退读取回收站。',
  },
  changed: {
    what: '预览之后它发生了变化，因此保留。',
    next: (client, options) => `请重新预览：clean-exit purge ${client}${options} --dry-run`,
  },
  link: {
    what: '这是一个符号链接，因此保留。',
    next: '请查看它的目标；若是您自己建立的，可手动删除。',
  },
  'behind-link': {
    what: '聊天记录在这个链接后面，请勿删除它。链接后面的内容没有检查。',
    next: '只有链接和目标文件夹都属于您，且没有其他软件使用该文件夹时，净退才会跟随链接。',
  },
  special: {
    what: '这是管道、套接字或设备文件，因此保留。',
    next: '请启动并退出一次软件，由它自己清除。',
  },
  'not-looked-at': {
    what: '软件在这里也有文件，这次没有检查。',
    next: '请在软件内部清理缓存。',
  },
  'other-file-system': { what: '它在另一个文件系统上，因此保留。', next: '确定时请手动删除。' },
  'other-owner': { what: '它属于另一位用户，因此保留。', next: '请由其所有者处理。' },
  'outside-root': {
    what: '它不在软件自己的文件夹内，因此保留。',
    next: '请检查软件设置中的存储文件夹。',
  },
  protected: {
    what: '聊天记录、登录、密钥和备份从不移除。',
    next: (client) => `聊天记录请在软件内部删除。如要清理缓存：clean-exit purge ${client}`,
  },
};
