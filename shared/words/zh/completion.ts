import type { completion as en } from '../en/completion.ts';

export const completion: typeof en = {
  help: '输出 shell 补全脚本：bash、zsh 或 fish',
  shell: 'shell 名称；不写则取 SHELL',
  all: '所有在用的客户端',
  noShell: (shell) => (shell === '' ? '没有指定 shell。' : `没有 ${shell} 的补全脚本。`),
  noShellNext: '请指定一个：clean-exit completion bash、zsh 或 fish',
  own: (file) => `您自己的客户端，来自 ${file}`,
};
