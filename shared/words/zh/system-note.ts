import type { systemNote as en } from '../en/system-note.ts';

export const systemNote: typeof en = {
  macos:
    '如果 macOS 询问是否允许此程序控制某个软件，请允许；之后可在“系统设置 → 隐私与安全性 → 自动化”中更改（x-apple.systempreferences:com.apple.preference.security?Privacy_Automation）。',
};
