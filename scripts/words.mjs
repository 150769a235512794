// What the scripts say to somebody who has just cloned the project, in two languages.
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const [, asked] = /--lang[ =](\w+)/.exec(process.argv.join(' ')) ?? [];

const EN = {
  begin: 'Clean Exit: a short tour with a practice client. Nothing is left behind.',
  deck: 'Clean Exit: the virtual deck, with practice clients.',
  install: (count) => `Installing ${count} packages (once)`,
  build: 'Building',
  failed: (what, next) => `${what} failed. ${next}`,
  network: 'It needs the npm registry once: check the network or the proxy, then run it again.',
};

const ZH = {
  begin: '净退：用练习客户端走一遍，结束后什么都不留下。',
  deck: '净退：虚拟按键台，配有练习客户端。',
  install: (count) => `安装 ${count} 个依赖包（仅首次）`,
  build: '构建',
  failed: (what, next) => `${what}失败。${next}`,
  network: '首次安装需要访问 npm 源：请检查网络或代理，然后重试。',
};

export const words = /^zh/i.test(asked || LC_ALL || LC_MESSAGES || LANG || '') ? ZH : EN;
