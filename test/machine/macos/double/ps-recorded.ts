/** What people saw `ps … comm,args` print on their Macs, and the argument lists that it was printed from. */
export interface Recorded {
  /** Where the recording is public, and of when it is. */
  readonly source: string;
  /** The columns `comm` and `args` of each line, byte by byte. */
  readonly printed: readonly string[];
  /** The program of each line, which `comm` shows whole where it is the last column. */
  readonly programs: readonly string[];
}

export const RECORDED: readonly Recorded[] = [
  {
    source: 'it-novum/openitcockpit-agent-go, checks/process_unix.go: macOS with comma decimals',
    printed: [
      '/sbin/launchd    /sbin/launchd',
      '/usr/sbin/syslog /usr/sbin/syslogd',
      '/usr/libexec/Use /usr/libexec/UserEventAgent (System)',
      '/System/Library/ /System/Library/PrivateFrameworks/Uninstall.framework/Resources/uninstalld',
      '/usr/sbin/system /usr/sbin/systemstats --daemon',
    ],
    programs: [
      '/sbin/launchd',
      '/usr/sbin/syslogd',
      '/usr/libexec/UserEventAgent',
      '/System/Library/PrivateFrameworks/Uninstall.framework/Resources/uninstalld',
      '/usr/sbin/systemstats',
    ],
  },
  {
    source: 'microsoft/vscode-js-debug, DarwinProcessTree test, 2019',
    printed: [
      '/usr/sbin/cfpref /usr/sbin/cfprefsd agent',
      '/usr/libexec/Use /usr/libexec/UserEventAgent (Aqua)',
      '/System/Library/ /System/Library/Frameworks/CoreTelephony.framework/Support/CommCenter -L',
      '/usr/libexec/lsd /usr/libexec/lsd',
      '/usr/libexec/tru /usr/libexec/trustd --agent',
    ],
    programs: [
      '/usr/sbin/cfprefsd',
      '/usr/libexec/UserEventAgent',
      '/System/Library/Frameworks/CoreTelephony.framework/Support/CommCenter',
      '/usr/libexec/lsd',
      '/usr/libexec/trustd',
    ],
  },
  {
    source: 'vanodevium/processes#3, 2022',
    printed: [
      '/sbin/launchd    /sbin/launchd',
      '/System/Applicat /System/Applications/Messages.app/Contents/MacOS/Messages',
    ],
    programs: ['/sbin/launchd', '/System/Applications/Messages.app/Contents/MacOS/Messages'],
  },
  {
    source: 'sindresorhus/ps-list#49, 2021, arm64: `ww` does not help',
    printed: [
      '/opt/homebrew/Ce /opt/homebrew/Cellar/powerlevel10k/1.15.0/gitstatus/usrbin/gitstatusd-darwin-arm64 -G v1.5.1 -s -1 -u -1 -d -1 -c -1 -m -1 -v FATAL -t 16',
    ],
    programs: [
      '/opt/homebrew/Cellar/powerlevel10k/1.15.0/gitstatus/usrbin/gitstatusd-darwin-arm64',
    ],
  },
  {
    source: 'pyinfra-dev/pyinfra#1952, 2026-09, LANG=C',
    printed: ['./Example Applic ./Example Application 120'],
    programs: ['./Example Application'],
  },
  {
    source: 'a published terminal session of 2026-07 (`ps -Ao state,pid,ppid,comm,args`)',
    printed: [
      '/System/Library/ /System/Library/Frameworks/CoreServices.framework/Versions/A/Frameworks/FSEvents.framework/Versions/A/Support/fseventsd',
      '/Applications/Ke /Applications/Keka.app/Contents/MacOS/kekaunar -q -r -D -K -nq -o /Volumes/bakUp/agents-main 2.zip',
    ],
    programs: [
      '/System/Library/Frameworks/CoreServices.framework/Versions/A/Frameworks/FSEvents.framework/Versions/A/Support/fseventsd',
      '/Applications/Keka.app/Contents/MacOS/kekaunar',
    ],
  },
  {
    source: 'openclaw asset scanner, TestParseOpenclawPSMainPID',
    printed: [
      '/Users/kidbei/.n /Users/kidbei/.nvm/versions/node/v24.13.0/bin/node /Users/kidbei/.nvm/versions/node/v24.13.0/lib/node_modules/openclaw/dist/index.js gateway --port 28789',
      '/bin/zsh         /bin/zsh -c ps -eo pid,ppid,comm,args | rg -i "openclaw|moltbot|clawdbot"',
      'rg               rg -i openclaw|moltbot|clawdbot',
    ],
    programs: ['/Users/kidbei/.nvm/versions/node/v24.13.0/bin/node', '/bin/zsh', 'rg'],
  },
  {
    source: 'a disk image tool, detectBlockedApps test of truncated ps output',
    printed: [
      '/Users/st3583ed/ /Users/st3583ed/Applications/Codex.app/Contents/Frameworks/Codex Helper (Renderer).app/Contents/MacOS/Codex Helper (Renderer) --app-path=/Users/st3583ed/Applications/Codex.app/Contents/Resources/app.asar',
      '/System/Library/ /System/Library/PrivateFrameworks/TextInputUIMacHelper.framework/Versions/A/XPCServices/CursorUIViewService.xpc/Contents/MacOS/CursorUIViewService',
    ],
    programs: [
      '/Users/st3583ed/Applications/Codex.app/Contents/Frameworks/Codex Helper (Renderer).app/Contents/MacOS/Codex Helper (Renderer)',
      '/System/Library/PrivateFrameworks/TextInputUIMacHelper.framework/Versions/A/XPCServices/CursorUIViewService.xpc/Contents/MacOS/CursorUIViewService',
    ],
  },
  {
    source: 'profesorfalken/jProcesses#4, macOS 10.11, 2016 (`ps -eo pid,comm,command`)',
    printed: [
      '/sbin/launchd    /sbin/launchd',
      '/usr/sbin/syslog /usr/sbin/syslogd',
      '/usr/libexec/kex /usr/libexec/kextd',
    ],
    programs: ['/sbin/launchd', '/usr/sbin/syslogd', '/usr/libexec/kextd'],
  },
];
