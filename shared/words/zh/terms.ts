import type { terms as en } from '../en/terms.ts';

export const terms: typeof en = {
  verdict: { gone: '已退净', 'still-running': '未退出', partly: '未退净', unknown: '无法确定' },
  presence: {
    gone: '已退净',
    running: '运行中',
    'in-tray': '在托盘',
    residue: '有残留',
    unknown: '无法确定',
  },
  request: {
    exit: '安全退出',
    force: '强制退出',
    purge: '清理缓存',
    hide: '隐藏',
    restore: '放回',
  },
  step: {
    ask: '通知退出',
    wait: '等待',
    end: '结束',
    close: '关闭窗口',
    settle: '复查',
    remove: '移除',
    restore: '放回',
  },

  did: {
    ask: (subject) => `已通知 ${subject} 退出`,
    wait: (time) => `等待 ${time}`,
    end: (subject) => `已结束 ${subject}`,
    close: (subject) => `已关闭 ${subject}`,
    settle: (time) => `复查 ${time}`,
    remove: (subject) => `已移除${subject}`,
    restore: (subject) => `已放回 ${subject}`,
  },
  didNot: {
    ask: (subject) => `未能通知 ${subject} 退出`,
    wait: (time) => `等待 ${time}`,
    end: (subject) => `未能结束 ${subject}`,
    close: (subject) => `未能关闭 ${subject}`,
    settle: (time) => `复查 ${time}`,
    remove: (subject) => `${subject}清理失败`,
    restore: (subject) => `未能放回 ${subject}`,
  },
  would: {
    ask: (subject) => `通知 ${subject} 退出`,
    wait: (time) => `最多等待 ${time}`,
    end: (subject) => `结束${subject}`,
    close: (title) => `关闭窗口“${title}”`,
    settle: (time) => `复查 ${time}，确认没有再次启动`,
    remove: (tiers) => `移除${tiers}`,
  },
  outcome: { done: '完成', already: '无需处理', skipped: '跳过', failed: '失败' },
  role: { root: '主进程', helper: '辅助进程' },
  quitMethod: { 'tray-menu': '托盘菜单', window: '关闭窗口', signal: '终止信号（SIGTERM）' },
  tier: {
    cache: '缓存',
    leftover: '崩溃残留',
    're-download': '可重新下载',
    'your-files': '您的文件',
    messages: '聊天记录',
  },
  confidence: { high: '确定', medium: '较确定', low: '不确定' },

  next: {
    gone: '',
    'still-running': (client) =>
      `它可能在询问什么，请看看它的窗口。也可运行：clean-exit force ${client}`,
    partly: (client) => `还有部分在运行。结束它们：clean-exit force ${client}`,
    unknown: '未能完成全部检查。查看原因：clean-exit doctor',
  },
};
