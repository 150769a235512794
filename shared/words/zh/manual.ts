import type { manual as en } from '../en/manual.ts';

export const manual: typeof en = {
  help: '输出手册页：clean-exit man --lang zh | man -l -',
  section: '用户命令',
  name: '名称',
  synopsis: '用法',
  description: '说明',
  options: '选项',
  commands: '命令',
  exit: '退出码',
  environment: '环境变量',
  files: '文件',
  examples: '示例',
  about: `关掉聊天软件的窗口并不等于退出：它和辅助进程仍留在托盘里。
净退会请软件退出，等待，再检查一次，并说明还有什么在运行。

净退绝不删除聊天记录、登录、密钥和备份；看不清楚时什么都不做。
以下选项可以写在任何命令之前或之后。`,
  codes: [
    ['0', '没有残留，或要求的操作已完成'],
    ['1', '有残留、被拒绝或无法确定'],
    ['2', '出错或命令行不正确；原因见标准错误'],
  ],
  variables: [
    ['LC_ALL, LC_MESSAGES, LANG', '语言：中文区域用中文，其余用英文'],
    ['NO_COLOR, FORCE_COLOR', '不用颜色，或在管道中也用颜色'],
    ['XDG_CONFIG_HOME, XDG_STATE_HOME', '设置和操作记录所在的其他文件夹'],
  ],
  places: [
    ['~/.config/clean-exit/policy.json', '您的策略；格式见 "clean-exit schema policy"'],
    ['/etc/clean-exit/policy.json', '管理员的策略，优先于您的策略'],
    ['~/.config/clean-exit/clients/*.json', '您自己的软件文件；格式见 "clean-exit schema client"'],
    ['~/.config/clean-exit/places.json', '您确认或否认过的程序位置'],
    ['~/.local/state/clean-exit/receipts-2.jsonl', '操作记录；用 "clean-exit log" 查看'],
  ],
  uses: [
    ['clean-exit status', '哪些软件在运行、在托盘或有残留。'],
    ['clean-exit exit practice', '退出练习软件并再次检查。'],
    ['clean-exit exit all --then force', '全部退出，不肯退的强制结束。'],
    ['clean-exit purge practice --dry-run', '只显示会清理什么，不做改动。'],
    ['sudo clean-exit status --user anna', '查看另一个用户的软件。'],
  ],
};
