import type { user as en } from '../en/user.ts';

export const user: typeof en = {
  option: '以该用户的身份运行，使用其主目录和桌面（仅限 root）',
  notRoot: (name) => `只有 root 才能以 ${name} 的身份运行命令。`,
  notRootNext: (command) => `请运行：sudo ${command}`,
  unknown: (name) => `这台电脑上没有用户“${name}”。`,
  unknownNext: '请检查用户名；getent passwd 会列出所有用户。',
  isRoot: (name) => `“${name}”就是 root，不是其他用户。`,
  isRootNext: '请去掉 --user，或写上要处理其聊天软件的用户。',
  noHome: (name, home) => `${name} 没有可用的主目录（${home || '-'}）。`,
  noHomeNext: '请创建或挂载该目录后再试。没有查看或改动任何内容。',
  noProgram: (name, file) => `${name} 无权读取 ${file}。`,
  noProgramNext: '请把 Node.js 和净退装到所有用户都能读取的位置，例如 /usr/local 下。',
  noSetpriv: '--user 需要 setpriv，这台电脑上没有。',
  noSetprivNext: '请安装 util-linux（Alpine：apk add setpriv）后再试。',
  notAllowed: (name) => `系统不允许 root 以 ${name} 的身份运行命令。`,
  notAllowedNext: '在容器或服务中请允许 CAP_SETUID 和 CAP_SETGID；或直接以该用户登录。',
  elsewhere: '--user 只能在 Linux 上使用。',
  elsewhereNext: (name) => `请以 ${name} 登录，在那里运行该命令。`,
};
