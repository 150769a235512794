import type { checkAdvice as en } from '../en/check-advice.ts';

export const checkAdvice: typeof en = {
  linux: {
    processes: {
      limited: '请管理员挂载 /proc 时去掉 hidepid。',
      missing: '请检查 /proc 是否已挂载且可读。',
    },
    observer: { limited: '请安装 ps（软件包 procps）。' },
    tray: {
      limited: '在 GNOME 上请安装 AppIndicator 扩展。',
      missing: '请检查 DBUS_SESSION_BUS_ADDRESS，并在您自己的桌面会话中运行。',
    },
    screen: {
      limited: 'Wayland 不允许程序查看其他程序的窗口，无法通过设置解决。',
      missing: '请检查 DISPLAY 和 XAUTHORITY。',
    },
    waiting: { limited: '目前靠轮询检测（约 10 毫秒一次）：koffi 未能加载，或内核低于 5.3。' },
    trash: { missing: '请让该文件夹可写。其他磁盘有各自的回收站，那里的文件可以清理。' },
    state: { missing: '请让该文件夹可写，或把 XDG_STATE_HOME 设为别的文件夹。' },
  },
  macos: {
    processes: { missing: '请检查 /bin/ps 能否运行。' },
    tray: {
      limited: '这个版本的 macOS 把所有图标都算作系统自己的，无法通过设置解决。',
      missing: '请在桌面会话中检查 /usr/bin/osascript 能否运行。',
    },
    screen: { missing: '请在桌面会话中检查 /usr/bin/osascript 能否运行。' },
    observer: { limited: '请重新安装净退：ps-list 未能加载或没有回应。' },
    waiting: { limited: 'macOS 不允许加载 koffi，其他功能不受影响。' },
    files: {
      missing:
        '列出软件的文件之前，macOS 会逐个询问。如不想再被询问，请打开“系统设置 → 隐私与安全性 → 完全磁盘访问权限”，为您的终端打开开关并重新启动它。',
    },
    trash: { missing: '请检查 /usr/bin/osascript 能否运行，或用 --permanently 清理。' },
    state: { missing: '请让该文件夹可写。' },
  },
  windows: {
    processes: { missing: 'koffi 未能加载或被拦截：请重新安装净退。' },
    tray: {
      limited: 'Windows 11 不公开托盘图标，改用按钮的常用名称。',
      missing: '请在桌面上运行，不要在服务中或通过 SSH 运行。',
    },
    screen: {
      limited: '只能看到可见的窗口。',
      missing: '请在桌面上运行，不要在服务中或通过 SSH 运行。',
    },
    waiting: { limited: 'koffi 未能加载：请重新安装净退。' },
    trash: { missing: '这个驱动器没有回收站，只能用 --permanently 清理。' },
    state: { missing: '请让您的用户可以写入该文件夹，或检查 LOCALAPPDATA。' },
  },
};
