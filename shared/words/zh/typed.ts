import type { typed as en } from '../en/typed.ts';

export const typed: typeof en = {
  notUnderstood: (what) => `无法识别“${what}”。`,
  noHelp: (what) => `没有“${what}”命令。`,
  takesCommands: '净退只接受命令，不回答问题。',
  commands: (names) => `可用命令：${names}。各命令的说明见 "clean-exit --help"。`,
  neverRecords: '净退从不删除聊天记录、登录信息和密钥。',
  neverSignsOut: '净退只退出软件，不会退出您的账号登录。',
  didYouMean: (command) => `您是不是想运行 "${command}"？`,
  didYouMeanOneOf: '您是不是想运行其中一条？',
  typeIt: (command) => `请运行：${command}`,
  typeOneOf: '请运行其中一条：',
  several: (said) => `“${said}”对应不止一个软件。`,
  severalNext: (ids) => `请写明是哪一个：${ids}`,
  commandOrClient: (word) => `“${word}”既是命令，也是您自己添加的软件。`,
  whichOne: (said) => `“${said}”指哪一个？`,
  whichClient: '选择哪个软件？',
  needsClient: (command) => `"clean-exit ${command}" 后面要写软件名，全部则写 "all"。`,
  needsClientNext: (command) =>
    `例如：clean-exit ${command} all。运行中的软件见 "clean-exit status"。`,
  allOfThem: '以上全部',
  nothing: '不做任何操作',
  whatToDo: '要执行什么操作？',
  search: '输入文字筛选，回车确认，Ctrl-C 取消',
  noMatch: '没有匹配的软件',
  asTyped: (command) => `$ ${command}`,
  goOn: (command) => `运行 "${command}"？`,
  comma: '、',
  noProgram: (program, file) => `${program} 不存在。如果程序装在别处，请修改 ${file} 中的 "exe"。`,
  asShownTier: (command) =>
    `未指定 --tier，因此只涉及缓存。如果预览的清单还含其他类别，请加上同样的选项：${command}`,
  enter: '回车继续，Ctrl-C 取消',
  willLeave: {
    exit: (who) => `即将退出：${who}。`,
    force: (who) => `即将强制结束：${who}。`,
    'then-force': (who) => `即将退出，不肯退的强制结束：${who}。`,
  },
};
