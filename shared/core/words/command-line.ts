/** What the command line's help says. */
interface Help {
  readonly about: string;
  readonly status: string;
  readonly exit: string;
  readonly force: string;
  readonly purge: string;
  readonly hide: string;
  readonly watch: string;
  readonly doctor: string;
  readonly clients: string;
  readonly log: string;
  readonly schema: string;
  readonly practice: string;
  readonly json: string;
  readonly lang: string;
  readonly ids: string;
  readonly oneId: string;
  readonly someIds: string;
  readonly dryRun: string;
  readonly timeout: string;
  readonly yes: string;
  readonly verbose: string;
  readonly everyUser: string;
  readonly secondLook: string;
  readonly then: string;
  readonly permanently: string;
  readonly tier: string;
  readonly account: string;
  readonly asShown: string;
  readonly accounts: string;
  readonly restore: string;
  readonly restoreRecord: string;
  readonly show: string;
  readonly allSystems: string;
  readonly export: string;
  readonly format: string;
  readonly confirm: string;
  readonly deny: string;
  readonly forget: string;
  readonly place: string;
  readonly untilGone: string;
  readonly record: string;
  readonly logClient: string;
  readonly logSince: string;
  readonly temper: string;
  readonly flushMs: string;
  readonly helpers: string;
  readonly after: string;
}

/** What the tour with the practice client says, in its order. */
interface Tour {
  readonly begin: string;
  readonly start: string;
  readonly status: string;
  readonly exit: string;
  readonly again: string;
  readonly purge: string;
  readonly last: string;
  readonly log: string;
  readonly end: string;
}

export interface CommandLineWords {
  readonly help: Help;
  readonly tour: Tour;
}

export const commandLineEn: CommandLineWords = {
  help: {
    about: 'Makes chat programs really leave this computer, looks again, and says what is left.',
    status: 'show what is running, in the tray, or left behind',
    exit: 'safe exit: ask to quit, wait, look again',
    force: 'force exit: end it at once, root first, then its helpers',
    purge: 'purge cache: move its cache to the trash, once it has gone',
    hide: 'close its windows; it runs on',
    watch: 'a line that changes when something changes',
    doctor: 'what this computer lets us see, what is missing, what to do',
    clients: 'the catalogue, and your own clients',
    log: 'the receipts of earlier requests',
    schema: 'JSON Schema of what is printed and of client files',
    practice: 'a chat client to practise on: real processes, tray icon and files',
    json: 'print exactly one line of JSON, the last on standard output',
    lang: 'en or zh',
    ids: 'ids of clients, or "all"',
    oneId: 'id of one client',
    someIds: 'ids of clients; without one, all',
    dryRun: 'say what would be done, and do nothing',
    timeout: 'how long a client may take to leave: 10, 500ms, 2m',
    yes: 'do not ask',
    verbose: 'show every step',
    everyUser: 'exit with code 1 also where another user runs it (root: always)',
    secondLook: 'let ps look as well before it is called gone',
    then: 'what to do with a client that stays',
    permanently: 'remove for good, without the trash',
    tier: 'what, by what its loss costs (repeatable); never messages, logins, keys, backups',
    account: 'only what belongs to this account',
    asShown: 'only if it is still the list with this code, as --dry-run showed it',
    accounts: 'the accounts of clients, what each holds, and when it was last used',
    restore: 'put back what a purge moved into the trash, never over anything',
    restoreRecord: 'which purge; without it, what can be put back is listed',
    show: 'all that is known of a client, how sure, and who says so',
    allSystems: 'for every system, not only this one',
    export: 'its cache as a cleaner for another program',
    format: 'cleanerml: for BleachBit',
    confirm: 'remember that the program at this place is this client',
    deny: 'remember that the program at this place is no chat client',
    forget: 'forget what was confirmed or denied about this place',
    place: 'path of the program; of an AppImage its own file',
    untilGone: 'end as soon as nothing is left',
    record: 'write what was seen and answered, without what is private, into a new file',
    logClient: 'of this client only',
    logSince: 'not older than: 2026-11-25, 3h, 7d',
    temper: 'its character',
    flushMs: 'how long it writes before it leaves',
    helpers: 'how many helpers it has',
    after: `
Exit codes: 0 nothing left, 1 something left or refused, 2 an error or wrong usage.

  clean-exit status                 what is there
  clean-exit exit wechat            leave safely, and look again
  clean-exit exit all --then force  leave whatever it takes
  clean-exit purge wechat           free its cache; never a chat record`,
  },
  tour: {
    begin:
      'This is Clean Exit. It makes chat programs really leave, and says truthfully what is left.',
    start:
      'A practice client starts: real processes, a real tray icon, real files in a temporary home.',
    status: 'What is there now?',
    exit: 'Safe exit: ask it to quit, wait, end helpers that stay, look again.',
    again: 'Is it really gone?',
    purge: 'Purge its cache: to the trash of its home, and never a chat record.',
    last: 'What is left?',
    log: 'Every request leaves a receipt:',
    end: 'The practice client and all its files were removed again. Now with yours: npx . status\nOr press keys, on a virtual Stream Deck in your browser: npm run deck',
  },
};

export const commandLineZh: CommandLineWords = {
  help: {
    about: '让聊天程序真正离开这台电脑，再看一次，并说明还剩下什么。',
    status: '显示什么在运行、在托盘、有残留',
    exit: '安全退出：请其退出、等待、再看一次',
    force: '强制退出：立即结束，先主进程，后辅助进程',
    purge: '清理缓存：退净之后把缓存移入回收站',
    hide: '关闭其窗口，程序继续运行',
    watch: '有变化时才更新的一行',
    doctor: '这台电脑能看到什么、缺什么、怎么办',
    clients: '客户端目录，以及您自己的客户端',
    log: '以往操作的凭据',
    schema: '输出和客户端文件的 JSON Schema',
    practice: '用来练习的聊天客户端：真实的进程、托盘图标和文件',
    json: '只输出一行 JSON，是标准输出的最后一行',
    lang: 'en 或 zh',
    ids: '客户端的 id，或 "all"',
    oneId: '一个客户端的 id',
    someIds: '客户端的 id；不写则为全部',
    dryRun: '只说会做什么，什么都不做',
    timeout: '客户端最多可用多久退出：10、500ms、2m',
    yes: '不再询问',
    verbose: '显示每一步',
    everyUser: '其他用户也在运行时同样返回退出码 1（root 默认如此）',
    secondLook: '说“已退净”之前，再用 ps 独立检查一遍',
    then: '对没有退出的客户端怎么办',
    permanently: '永久移除，不经回收站',
    tier: '移除什么，按失去的代价分类（可重复）；绝不含聊天记录、登录、密钥、备份',
    account: '只限这个账号的文件',
    asShown: '仅当清单仍与 --dry-run 显示的代码一致',
    accounts: '客户端的账号、各自占用多少、上次使用时间',
    restore: '把清理时移到回收站的内容放回原处，绝不覆盖已有文件',
    restoreRecord: '哪一次清理；省略时列出可以放回的内容',
    show: '关于一个客户端所知的一切、有多确定、出处',
    allSystems: '所有系统，不只这一个',
    export: '把它的缓存导出为其他程序的清理规则',
    format: 'cleanerml：用于 BleachBit',
    confirm: '记住：这个位置的程序就是该软件',
    deny: '记住：这个位置的程序不是聊天软件',
    forget: '忘记对这个位置的判断',
    place: '程序的路径；AppImage 用其文件本身的路径',
    untilGone: '一旦没有残留就结束',
    record: '把所见和应答写入一个新文件，不含私人内容',
    logClient: '只看这个客户端',
    logSince: '不早于：2026-11-25、3h、7d',
    temper: '它的性格',
    flushMs: '退出前写入多久',
    helpers: '有几个辅助进程',
    after: `
退出码：0 没有残留，1 有残留或被拒绝，2 出错或用法不对。

  clean-exit status                 现在有什么
  clean-exit exit wechat            安全退出，再看一次
  clean-exit exit all --then force  无论如何都要离开
  clean-exit purge wechat           释放缓存，绝不动聊天记录`,
  },
  tour: {
    begin: '这是净退。它让聊天程序真正离开电脑，并如实说明还剩下什么。',
    start: '启动一个练习客户端：真实的进程、真实的托盘图标、临时目录中的真实文件。',
    status: '现在有什么？',
    exit: '安全退出：请它退出，等待，结束留下的辅助进程，再看一次。',
    again: '真的退净了吗？',
    purge: '清理缓存：移入其目录的回收站，绝不动聊天记录。',
    last: '还剩下什么？',
    log: '每次操作都有凭据：',
    end: '练习客户端及其全部文件已经移除。现在试试您自己的：npx . status\n或者在浏览器里的虚拟 Stream Deck 上按键：npm run deck',
  },
};
