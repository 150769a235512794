import type { checkAdvice as en } from '../en/check-advice.ts';

export const checkAdvice: typeof en = {
  linux: {
    processes: {
      limited: '管理员可以不用 hidepid 挂载 /proc。',
      missing: '请检查 /proc 是否存在且可读。',
    },
    observer: { limited: '请安装 ps（软件包 procps）。' },
    tray: {
      limited: '会话总线上没有管理托盘图标的面板。',
      missing: '请检查 DBUS_SESSION_BUS_ADDRESS，并在您自己的会话中运行。',
    },
    screen: {
      limited: 'Wayland 不让其他程序看到窗口，对此没有办法。',
      missing: '请检查 DISPLAY 和 XAUTHORITY。',
    },
    waiting: { limited: '约 10 毫秒：koffi 未能加载，或内核早于 5.3。' },
    trash: { missing: '请让该文件夹可写。' },
    state: { missing: '请让该文件夹可写，或把 XDG_STATE_HOME 设为别的文件夹。' },
  },
  macos: {
    processes: { missing: '请检查 /bin/ps 能否运行。' },
    tray: {
      limited: '这个版本的 macOS 把所有图标都显示为自己的，对此没有办法。',
      missing: '请在屏幕前的会话中检查 /usr/bin/osascript 能否运行。',
    },
    screen: { missing: '请在屏幕前的会话中检查 /usr/bin/osascript 能否运行。' },
    observer: { limited: '请重新安装净退：ps-list 未能加载或没有回应。' },
    waiting: { limited: 'macOS 不允许此程序加载 koffi，其他功能不受影响。' },
    files: {
      missing:
        '列出某个软件的文件之前，macOS 会逐个询问。如不想再被询问：系统设置 → 隐私与安全性 → 完全磁盘访问权限，为您运行此命令的程序打开开关，然后重新启动该程序。',
    },
    trash: { missing: '请检查 /usr/bin/osascript 能否运行。' },
    state: { missing: '请让该文件夹可写。' },
  },
  windows: {
    processes: { missing: 'koffi 未能加载或被拦截：请重新安装净退。' },
    tray: {
      limited: 'Windows 11 不让任何程序看到图标，改用按钮的常用名称。',
      missing: '请在桌面上运行，不要在服务中或通过 SSH 运行。',
    },
    screen: {
      limited: '只能看到可见的窗口。',
      missing: '请在桌面上运行，不要在服务中或通过 SSH 运行。',
    },
    waiting: { limited: 'koffi 未能加载：请重新安装净退。' },
    trash: { missing: '这个驱动器没有回收站。' },
    state: { missing: '请让您的用户可以写入该文件夹，或检查 LOCALAPPDATA。' },
  },
};
