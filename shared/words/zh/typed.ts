import type { typed as en } from '../en/typed.ts';

export const typed: typeof en = {
  notUnderstood: (what) => `看不懂 "${what}"。`,
  noHelp: (what) => `没有 "${what}" 这个命令。`,
  takesCommands: '这里要输入命令，不是提问。',
  commands: (names) => `命令有：${names}。"clean-exit --help" 有说明。`,
  neverRecords: 'Clean Exit 从不删除聊天记录、登录信息和密钥。',
  neverSignsOut: 'Clean Exit 只退出程序，从不退出登录。',
  didYouMean: (command) => `是不是想输入 "${command}"？`,
  didYouMeanOneOf: '是不是想输入其中一条？',
  typeIt: (command) => `请输入：${command}`,
  typeOneOf: '请输入其中一条：',
  several: (said) => `"${said}" 可能指不止一个客户端。`,
  severalNext: (ids) => `请写明是哪一个：${ids}`,
  commandOrClient: (word) => `"${word}" 既是命令，也是你自己的客户端。`,
  whichOne: (said) => `"${said}" 指哪一个？`,
  whichClient: '哪个客户端？',
  needsClient: (command) => `"clean-exit ${command}" 后面要写客户端，或写 "all"。`,
  needsClientNext: (command) =>
    `例如：clean-exit ${command} all。"clean-exit status" 会显示哪些在运行。`,
  allOfThem: '以上全部',
  nothing: '什么也不做',
  whatToDo: '要做什么？',
  search: '输入可筛选，回车选择，Ctrl-C 取消',
  noMatch: '没有这个名字',
  asTyped: (command) => `$ ${command}`,
  goOn: (command) => `运行 "${command}"？`,
  comma: '、',
  noProgram: (program, file) => `${program} 不存在：如果程序装在别处，请改正 ${file} 里的 "exe"。`,
  asShownTier: (command) =>
    `没有写 --tier，所以只涉及缓存。如果该代码的清单含其他层级，请照预览时一样写出：${command}`,
  enter: '回车继续，Ctrl-C 取消',
  willLeave: {
    exit: (who) => `将要退出：${who}。`,
    force: (who) => `将要强制结束：${who}。`,
    'then-force': (who) => `将要退出，不肯退的强制结束：${who}。`,
  },
};
