import type { completion as en } from '../en/completion.ts';

export const completion: typeof en = {
  help: '输出 shell 补全脚本：bash、zsh 或 fish',
  shell: 'shell 名称；不写则取 SHELL',
  all: '所有运行中的软件',
  noShell: (shell) => (shell === '' ? '没有指定 shell。' : `没有 ${shell} 的补全脚本。`),
  noShellNext: '请指定一个：clean-exit completion bash、zsh 或 fish',
  own: (file) => `您自己添加的软件，来自 ${file}`,
};
