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
    ask: '请其退出',
    wait: '等待',
    end: '结束',
    close: '关闭窗口',
    settle: '观察',
    remove: '移除',
    restore: '放回',
  },

  did: {
    ask: '已请其退出',
    wait: '等待',
    end: '已结束',
    close: '已关闭',
    settle: '观察',
    remove: '已移除',
    restore: '已放回',
  },
  outcome: { done: '完成', already: '无需处理', skipped: '跳过', failed: '未成' },
  role: { root: '主进程', helper: '辅助进程' },
  quitMethod: { 'tray-menu': '托盘菜单', window: '关闭窗口', signal: '礼貌信号' },
  tier: {
    cache: '缓存',
    leftover: '遗留文件',
    're-download': '需要时会重新下载',
    'your-files': '您的文件',
    messages: '聊天记录',
  },
  confidence: { high: '确定', medium: '比较确定', low: '不确定' },

  next: {
    gone: '',
    'still-running': '它可能在询问什么：请看看它的窗口。然后重试，或用 "clean-exit force" 结束。',
    partly: '还有残留：见上，然后运行 "clean-exit force" 或再看一次。',
    unknown: '没能看到全部：运行 "clean-exit doctor"。',
  },
};
