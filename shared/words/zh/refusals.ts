import type { refusals as en } from '../en/refusals.ts';

export const refusals: typeof en = {
  blind: {
    what: '看不到必须看到的东西，因此什么都没有动。',
    next: '运行 "clean-exit doctor" 查看缺少什么。',
  },
  busy: {
    what: '另一个操作正在处理这个客户端。',
    next: '等它结束，再用 "clean-exit status" 查看。',
  },
  'client-running': {
    what: '客户端仍在运行，不动它的文件。',
    next: '先运行 "clean-exit exit"，再清理。',
  },
  failed: { what: '净退自身出错。', next: '先用 "clean-exit status" 查看现在的情况，再重试。' },
  declined: { what: '您选择了否。', next: '没有结束任何程序，需要时可重新执行。' },
  denied: { what: '系统不允许。', next: '请由文件或进程的所有者操作，或授予本程序权限。' },
  'force-not-allowed': {
    what: '策略不允许强制结束客户端。',
    next: '请用安全退出，或询问制定策略的人。',
  },
  hold: { what: '保全令生效中：不得移除任何内容。', next: '请询问在策略中设置保全的人。' },
  'not-removable': {
    what: '对这个客户端的文件了解不足，不移除任何文件。',
    next: '可以安全退出；文件请在客户端内部删除。',
  },
  'not-supported': {
    what: '这台电脑没有办法做到。',
    next: '运行 "clean-exit doctor" 查看可用的方式。',
  },
  'open-elsewhere': {
    what: '有程序正打开着其中的文件，因此什么都没有动。',
    next: '关闭该程序后再清理。',
  },
  'needs-consent': {
    what: '这些是您自己的文件，需要单独同意。',
    next: '先用 "--dry-run" 查看预览，再加上 "--as-shown" 和预览末尾的代码。',
  },
  'no-such-account': {
    what: '没有这个账号。',
    next: '运行 "clean-exit accounts" 查看有哪些账号。',
  },
  'trash-only': { what: '您自己的文件只会移入回收站。', next: '不要使用 "--permanently"。' },
  'no-trash': { what: '没有可以接收文件的回收站。', next: '确定要删除时使用 "--permanently"。' },
  'not-in-trash': {
    what: '它已离开原处，但在回收站中没有看到。',
    next: '请先查看回收站，并允许程序读取回收站。',
  },
  changed: { what: '它在查看之后发生了变化，因此保留。', next: '请重新查看预览。' },
  link: { what: '这是一个链接，保持原样。', next: '看看它指向哪里；若是您建立的，请自行移除。' },
  'behind-link': {
    what: '聊天记录在这个链接后面，请勿删除它。链接后面的内容没有查看。',
    next: '只有您自己的链接、指向您自己的文件夹且不属于其他客户端时，才会跟随。',
  },
  special: {
    what: '这是管道、套接字或设备文件，因此保留。',
    next: '启动并退出一次客户端，由它自己移除。',
  },
  'not-looked-at': {
    what: '客户端在这里也有文件，这次没有查看。',
    next: '请在客户端内部清理缓存。',
  },
  'other-file-system': { what: '它在另一个文件系统上，因此保留。', next: '确定时请自行移除。' },
  'other-owner': { what: '它属于另一位用户，因此保留。', next: '请由其所有者处理。' },
  'outside-root': {
    what: '它不在客户端自己的文件夹内，因此保留。',
    next: '请检查客户端设置的文件夹。',
  },
  protected: {
    what: '聊天记录、登录、密钥和备份永不移除。',
    next: '请改为清理缓存；聊天记录只能在客户端内部删除。',
  },
};
