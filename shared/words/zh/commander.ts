import type { commander as en } from '../en/commander.ts';

export const commander: typeof en = {
  help: '显示帮助',
  version: '显示版本号',
};
