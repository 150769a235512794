import type { RequestKind } from '../../core/model.ts';

/** What somebody wants who writes a sentence; `leave`: that it ends, by whichever request. */
export type Deed = RequestKind | 'status' | 'leave';

/**
 * What people type for each, as `foldedName` writes it: without blanks and hyphens. The commands themselves and
 * their aliases are among them.
 */
export const DEEDS: Readonly<Record<Deed, readonly string[]>> = {
  exit: [
    ...['exit', 'quit', 'close', 'safeexit', 'safequit', 'exitsafely', 'quitsafely', 'leave'],
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
    ...['彻底关闭', '完全关闭'],
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

/** Words that change nothing about what is wanted. */
export const FILLERS: readonly string[] = [
  ...['please', 'the', 'my', 'a', 'an', 'app', 'apps', 'application', 'applications', 'client'],
  ...[
    'clients',
    'program',
    'programs',
    'chat',
    'completely',
    'fully',
    'really',
    'properly',
    'cleanly',
  ],
  ...[
    'safely',
    'now',
    'and',
    'of',
    'for',
    'from',
    'up',
    'out',
    'this',
    'that',
    'whole',
    'is',
    'are',
  ],
  ...['immediately', 'gracefully', 'desktop', 'icon', 'tray', 'in', 'on', "'s"],
  ...[
    '请',
    '请你',
    '把',
    '将',
    '的',
    '了',
    '和',
    '与',
    '跟',
    '及',
    '给',
    '一下',
    '掉',
    '软件',
    '程序',
  ],
  ...[
    '客户端',
    '应用',
    '彻底',
    '完全',
    '真正',
    '一键',
    '现在',
    '立刻',
    '马上',
    '正在',
    '聊天软件',
    '帮我',
    '我的',
  ],
];

/** What says that every process of one client is spoken of, and not every client. */
export const PROCESSES: readonly string[] = [
  'process',
  'processes',
  'instances',
  'windows',
  '进程',
];

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
  ...['how', 'do', 'does', 'i', 'to', 'can', 'could', 'you', 'what', 'why', 'who', 'it'],
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
