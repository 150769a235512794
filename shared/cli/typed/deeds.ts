import type { RequestKind } from '../../core/model.ts';

/** What somebody wants who writes a sentence; `leave`: that it ends, by whichever request. */
export type Deed = RequestKind | 'status' | 'leave';

/**
 * What people type for each, as `foldedName` writes it: without blanks and hyphens. The commands themselves and
 * their aliases are among them.
 */
export const DEEDS: Readonly<Record<Deed, readonly string[]>> = {
  exit: [
    ...['exit', 'quit', 'close', 'safeexit', 'safequit', 'exitsafely', 'quitsafely'],
    ...['safelyexit', 'safelyquit', 'completelyquit', 'completelyexit', 'completelyclose'],
    ...['quitcompletely', 'closecompletely', 'exitcompletely', 'fullyquit', 'reallyquit'],
    ...[
      '退出',
      '退',
      '安全退出',
      '正常退出',
      '彻底退出',
      '完全退出',
      '真正退出',
      '关闭',
      '关掉',
      '关',
    ],
    ...['彻底关闭', '完全关闭', '一键退出'],
  ],
  force: [
    ...['force', 'kill', 'forcequit', 'forceexit', 'forceclose', 'forcekill', 'forcestop'],
    ...['endtask', 'endprocess', 'endprocesses', 'taskkill', 'forcefullyquit', 'killprocess'],
    ...[
      '强制退出',
      '强行退出',
      '强制结束',
      '强制关闭',
      '强退',
      '强关',
      '强杀',
      '杀',
      '杀掉',
      '杀死',
    ],
    ...['结束进程', '杀进程', '结束任务'],
  ],
  purge: [
    ...['purge', 'clean', 'clear', 'cleanup', 'purgecache', 'cleancache', 'clearcache', 'clearout'],
    ...['freespace', 'freeupspace', 'freediskspace', 'deletecache', 'emptycache', 'removecache'],
    ...[
      '清理',
      '清除',
      '清空',
      '清理缓存',
      '清缓存',
      '清除缓存',
      '清空缓存',
      '释放空间',
      '删除缓存',
    ],
  ],
  wipe: ['wipe', 'quitandclean', 'exitandclean', '退出并清理', '退出后清理'],
  reset: ['reset', '重置'],
  hide: ['hide', 'minimize', 'minimise', 'bosskey', '隐藏', '最小化', '老板键'],
  status: [
    ...[
      'status',
      'ls',
      'ps',
      'list',
      'state',
      'show',
      'whatisrunning',
      'whatsrunning',
      "what'srunning",
    ],
    ...[
      'whoisrunning',
      'whousesit',
      'whoisusingit',
      'isrunning',
      'running',
      '状态',
      '查看',
      '查看状态',
      '在运行',
      '运行',
    ],
  ],
  leave: ['end', 'stop', 'terminate', 'shutdown', '结束', '停止', '终止', '一键结束'],
};

/** One word in the place of a command that other programs have; only the last two are shown in no help. */
export const ALIASES: Readonly<Partial<Record<Deed, readonly string[]>>> = {
  exit: ['quit', 'close'],
  status: ['ls', 'ps'],
  force: ['kill'],
  purge: ['clean'],
};

/** Words around a request that change nothing about it; 把 and 将 put the client before the verb. */
export const POLITE: readonly string[] = [
  ...['please', 'pls', 'plz', 'kindly', 'justplease'],
  ...['请', '请你', '请帮我', '帮我', '麻烦', '麻烦你', '麻烦帮我', '把', '将'],
];

/** What joins the names of clients. */
export const JOINERS: readonly string[] = ['and', '和', '与', '跟', '及'];

/** Words that say nothing of what is wanted; a sentence with one of them is proposed and never acted on. */
export const FILLERS: readonly string[] = [
  ...['the', 'my', 'a', 'an', 'app', 'apps', 'application', 'applications', 'client', 'clients'],
  ...['program', 'programs', 'chatapp', 'chatapps', 'chatclient', 'chatclients', 'chatprogram'],
  ...['completely', 'fully', 'really', 'properly', 'cleanly', 'safely', 'now', 'immediately'],
  ...['gracefully', 'of', 'for', 'from', 'up', 'out', 'off', 'in', 'on', 'to', 'this', 'that'],
  ...['whole', 'desktop', 'icon', 'tray'],
  ...['的', '给', '一下', '掉', '软件', '程序', '客户端', '应用', '聊天软件', '聊天程序'],
  ...['彻底', '完全', '真正', '一键', '现在', '立刻', '马上', '我的'],
];

/** What says how things are, or have become, and asks for nothing. */
export const STATES: readonly string[] = [
  ...['is', 'are', 'was', 'were', 'has', 'have', 'had', 'been', 'be', 'already', 'still'],
  ...['了', '正在', '在', '过', '着', '已', '已经', '还在', '还', '被'],
];

/** What says that something is not wanted, or is to stay. `foldedName` leaves `'` in its place. */
export const NEGATIONS: readonly string[] = [
  ...['not', 'donot', "don't", 'dont', 'never', 'no', 'nor', 'neither', 'none', 'nothing'],
  ...['without', 'but', 'except', 'excluding', 'besides', 'unless', 'instead', 'rather', 'minus'],
  ...['keep', 'leave', 'avoid', 'skip', 'ignore', 'spare', 'cancel', 'abort', 'undo', 'refuse'],
  ...['停', '不', '不要', '别', '勿', '莫', '甭', '没', '没有', '未', '无', '非', '禁止', '避免'],
  ...['除', '除了', '除外', '以外', '之外', '但', '但是', '保留', '保持', '留', '留着', '留下'],
  ...['取消', '拒绝', '跳过', '忽略'],
];

/** Signs that say no: ❌ 🚫 ⛔ ✗ ✘ ✖ ❎ 🙅 🛑 ≠ ¬; the build wants ASCII in a regex. */
export const NO_SIGN =
  /[\u{274c}\u{1f6ab}\u{26d4}\u{2717}\u{2718}\u{2716}\u{274e}\u{1f645}\u{1f6d1}\u{2260}\u{ac}]|!=|!(?=\s*[\p{L}\p{N}])/u;

/** What says that every process of one client is spoken of, and not every client. */
export const PROCESSES: readonly string[] = ['process', 'processes', 'instances', '进程'];

/** What is hidden rather than quit. */
export const WINDOWS: readonly string[] = ['window', 'windows', '窗口'];

/** What a purge takes if nothing else is said. */
export const CACHE: readonly string[] = [
  'cache',
  'caches',
  'cached',
  'cachefiles',
  '缓存',
  '缓存文件',
];

/** What is never removed, whatever the sentence around it says. */
export const RECORDS: readonly string[] = [
  ...['chat', 'conversation', 'conversations', 'text', 'texts', 'photos', 'pictures', 'files'],
  ...['message', 'messages', 'history', 'chathistory', 'chats', 'record', 'records', 'chatrecords'],
  ...['account', 'login', 'logins', 'password', 'data', 'userdata', 'backup', 'backups', 'folder'],
  ...[
    '聊天记录',
    '聊天',
    '消息',
    '记录',
    '账号',
    '帐号',
    '密码',
    '数据',
    '备份',
    '登录信息',
    '文件夹',
  ],
];

/** A sign-out, which no request is. */
export const SIGN_OUT: readonly string[] = [
  ...['logout', 'logoff', 'signout', 'signoff', '登出', '注销', '退出登录', '退出登陆', '退出账号'],
];

/** Who asks wants to be answered, and nothing to be done. */
export const QUESTIONS: readonly string[] = [
  ...['how', 'do', 'does', 'did', 'i', 'can', 'could', 'you', 'what', 'why', 'who', 'it', 'when'],
  ...['if', 'should', 'would', 'will', 'which', 'cannot', "can't", 'cant', "won't", "couldn't"],
  ...[
    '无法',
    '没法',
    '退不掉',
    '退不了',
    '退不出',
    '关不掉',
    '关不了',
    '杀不掉',
    '杀不死',
    '清不掉',
  ],
  ...[
    '怎么',
    '怎样',
    '怎么样',
    '如何',
    '什么',
    '吗',
    '呢',
    '我',
    '想',
    '要',
    '能',
    '可以',
    '谁',
    '哪些',
  ],
];
