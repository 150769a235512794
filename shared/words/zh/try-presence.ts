import type { tryPresence as en } from '../en/try-presence.ts';

export const tryPresence: typeof en = {
  help: '试一试这台电脑能否验证您本人在场（指纹、面容或密码）',
  install: '安装 polkit 验证所需的文件（Linux，以 root 执行一次）',
  reason: '净退正在试验能否验证您本人',
  proved: (by) => `已确认您在场：${by}。`,
  nothing: '这个系统不需要安装任何内容。',
  needsRoot: '只有 root 可以安装 polkit 所需的文件。',
  needsRootNext: '请以 root 执行：sudo clean-exit presence install',
  installed: (file) => `已安装 ${file}。每位用户都可以试一试：clean-exit presence`,
  failed: (why) => `无法安装：${why}`,
  failedNext: '请先安装 polkit：sudo apt install polkitd pkexec',
};
