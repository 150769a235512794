import type { Language } from '../explain.ts';
import type { Check, CheckId, Platform } from '../model.ts';

/** What to do about a check on one system; what it means anywhere stands in `words.check`. */
type Advice = Readonly<
  Record<
    Platform,
    Readonly<Partial<Record<CheckId, Partial<Record<'limited' | 'missing', string>>>>>
  >
>;

/** What the doctor says beside its checks; `%s` is replaced in order. */
export interface DoctorWords {
  readonly advice: Advice;
  /** Something to know on a system, whatever its checks say. */
  readonly note: Readonly<Partial<Record<Platform, string>>>;
  readonly wouldAskIdle: string;
  readonly noWay: string;
  readonly cannotTell: string;
  readonly recorded: string;
  readonly recordedNext: string;
  readonly fileExists: string;
  readonly fileExistsNext: string;
  readonly fileFailed: string;
  readonly fileFailedNext: string;
}

const en: DoctorWords = {
  advice: {
    linux: {
      processes: {
        limited: 'An administrator can mount /proc without hidepid.',
        missing: 'Check that /proc is there and can be read.',
      },
      observer: { limited: 'Install ps (package procps).' },
      tray: {
        limited: 'No panel that keeps tray icons answers on the session bus.',
        missing: 'Check DBUS_SESSION_BUS_ADDRESS, and run this in your own session.',
      },
      screen: {
        limited: 'Wayland shows no window to other programs; nothing can be done about it.',
        missing: 'Check DISPLAY and XAUTHORITY.',
      },
      waiting: { limited: 'Some 10 ms: koffi did not load, or the kernel is older than 5.3.' },
      trash: { missing: 'Make the folder writable.' },
      state: { missing: 'Make the folder writable, or set XDG_STATE_HOME to another one.' },
    },
    macos: {
      processes: { missing: 'Check that /bin/ps can be run.' },
      tray: {
        limited: 'This macOS shows all icons as its own; nothing can be done about it.',
        missing: 'Check that /usr/bin/osascript can be run, in the session at the screen.',
      },
      screen: {
        missing: 'Check that /usr/bin/osascript can be run, in the session at the screen.',
      },
      observer: { limited: 'Install Clean Exit again: ps-list did not load or did not answer.' },
      waiting: {
        limited: 'macOS did not let this program load koffi, which changes nothing else.',
      },
      files: {
        missing:
          'macOS asks for each client before its files are listed. To be asked no more: System Settings → Privacy & Security → Full Disk Access: switch on the program that you type this in, and start it again.',
      },
      trash: { missing: 'Check that /usr/bin/osascript can be run.' },
      state: { missing: 'Make the folder writable.' },
    },
    windows: {
      processes: { missing: 'koffi did not load or was blocked: install Clean Exit again.' },
      tray: {
        limited: 'Windows 11 shows its icons to nobody; the usual name of a button is used.',
        missing: 'Run this at the desktop, not in a service or over SSH.',
      },
      screen: {
        limited: 'Only visible windows are seen.',
        missing: 'Run this at the desktop, not in a service or over SSH.',
      },
      waiting: { limited: 'koffi did not load: install Clean Exit again.' },
      trash: { missing: 'This drive has no recycle bin.' },
      state: { missing: 'Let your user write to the folder, or check LOCALAPPDATA.' },
    },
  },
  note: {
    macos:
      'If macOS asks whether this program may control a client, allow it; it is changed in System Settings → Privacy & Security → Automation (x-apple.systempreferences:com.apple.preference.security?Privacy_Automation).',
  },
  wouldAskIdle: '%s (not running) would be asked by: %s',
  noWay: '%s is installed, but nothing is known that it could be asked by',
  cannotTell: '%s: whether it is installed cannot be told: %s',
  recorded: 'recorded in %s',
  recordedNext: 'Names, paths and accounts were replaced. Read it before you send it to anybody.',
  fileExists: '%s exists already.',
  fileExistsNext: 'Nothing was done, and it was left as it is: name another file.',
  fileFailed: '%s cannot be written (%s).',
  fileFailedNext: 'Name a file in a folder that exists and that you may write to.',
};

const zh: DoctorWords = {
  advice: {
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
  },
  note: {
    macos:
      '如果 macOS 询问是否允许此程序控制某个客户端，请允许；之后可在“系统设置 → 隐私与安全性 → 自动化”中更改（x-apple.systempreferences:com.apple.preference.security?Privacy_Automation）。',
  },
  wouldAskIdle: '%s（未运行）将通过以下方式请其退出：%s',
  noWay: '%s 已安装，但不知道有什么方式可以请其退出',
  cannotTell: '%s：无法确定是否已安装：%s',
  recorded: '已记录到 %s',
  recordedNext: '名称、路径和账号已被替换。发给别人之前请先看一遍。',
  fileExists: '%s 已经存在。',
  fileExistsNext: '什么都没有做，它保持原样：请换一个文件名。',
  fileFailed: '无法写入 %s（%s）。',
  fileFailedNext: '请指定一个位于现有、您可写入的文件夹中的文件。',
};

const WORDS: Readonly<Record<Language, DoctorWords>> = { en, zh };

/** What the doctor says in one language. */
export const doctorWords = (lang: Language): DoctorWords => WORDS[lang];

/** What can be done on this system about a check that is not good; empty where nothing can. */
export const adviceOn = (platform: Platform, { id, state }: Check, lang: Language): string =>
  state === 'good' ? '' : (WORDS[lang].advice[platform][id]?.[state] ?? '');

/** A sentence of the doctor's with its `%s` filled in, in order. */
export function filled(sentence: string, ...values: readonly string[]): string {
  let next = 0;
  return sentence.replaceAll('%s', () => values[next++] ?? '');
}
