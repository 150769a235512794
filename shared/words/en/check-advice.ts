import type { CheckId, Platform } from '../../core/model.ts';

/** By system and check: only where something can be done. */
export type CheckAdvice = Readonly<
  Record<
    Platform,
    Readonly<Partial<Record<CheckId, Partial<Record<'limited' | 'missing', string>>>>>
  >
>;

/** What to do about a check on one system; what it means anywhere stands in `checks`. */
export const checkAdvice = {
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
    screen: { missing: 'Check that /usr/bin/osascript can be run, in the session at the screen.' },
    observer: { limited: 'Install Clean Exit again: ps-list did not load or did not answer.' },
    waiting: { limited: 'macOS did not let this program load koffi, which changes nothing else.' },
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
} satisfies CheckAdvice;
