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
      limited: 'Ask an administrator to mount /proc without hidepid.',
      missing: 'Check that /proc is mounted and readable.',
    },
    observer: { limited: 'Install ps (package procps).' },
    tray: {
      limited: 'On GNOME, install the AppIndicator extension.',
      missing: 'Check DBUS_SESSION_BUS_ADDRESS, and run this in your own desktop session.',
    },
    screen: {
      limited: 'Wayland hides windows from other programs; there is no setting for it.',
      missing: 'Check DISPLAY and XAUTHORITY.',
    },
    waiting: {
      limited:
        'Exits are detected by polling (about 10 ms): koffi did not load, or the kernel is older than 5.3.',
    },
    trash: {
      missing:
        'Make the folder writable. Other disks have their own trash, and purging there works.',
    },
    state: { missing: 'Make the folder writable, or set XDG_STATE_HOME to another folder.' },
  },
  macos: {
    processes: { missing: 'Check that /bin/ps runs.' },
    tray: {
      limited: 'This version of macOS shows all icons as its own; there is no setting for it.',
      missing: 'Check that /usr/bin/osascript runs in your desktop session.',
    },
    screen: { missing: 'Check that /usr/bin/osascript runs in your desktop session.' },
    observer: { limited: 'Reinstall Clean Exit: ps-list did not load or did not answer.' },
    waiting: { limited: 'macOS did not allow koffi to load; everything else works.' },
    files: {
      missing:
        'macOS asks for permission before an app’s files are listed. To stop that, open System Settings → Privacy & Security → Full Disk Access, switch on your terminal and restart it.',
    },
    trash: { missing: 'Check that /usr/bin/osascript runs, or purge with --permanently.' },
    state: { missing: 'Make the folder writable.' },
  },
  windows: {
    processes: { missing: 'koffi did not load or was blocked: reinstall Clean Exit.' },
    tray: {
      limited: 'Windows 11 does not expose tray icons; the usual button name is used.',
      missing: 'Run this on the desktop, not in a service or over SSH.',
    },
    screen: {
      limited: 'Only visible windows can be seen.',
      missing: 'Run this on the desktop, not in a service or over SSH.',
    },
    waiting: { limited: 'koffi did not load: reinstall Clean Exit.' },
    trash: { missing: 'This drive has no recycle bin: only --permanently purges there.' },
    state: { missing: 'Give your user write access to the folder, or check LOCALAPPDATA.' },
  },
} satisfies CheckAdvice;
