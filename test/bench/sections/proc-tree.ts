import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What runs on a desktop beside chat clients; the names matter, because patterns meet them. */
const OTHERS = [
  '/usr/lib/systemd/systemd',
  '/usr/bin/bash',
  '/usr/bin/node',
  '/usr/bin/python3.11',
  '/usr/lib/firefox/firefox',
  '/opt/google/chrome/chrome',
  '/usr/bin/gnome-shell',
  '/usr/share/code/code',
  '/usr/libexec/gvfsd',
  '/usr/bin/pipewire',
] as const;

/** Of fifty processes one is a client's: two roots and four helpers among three hundred. */
const EVERY = 50;
const CLIENTS = [
  '/opt/wechat/wechat',
  '/opt/wechat/wxplayer',
  '/opt/wechat/wxocr',
  '/opt/QQ/qq',
  '/opt/QQ/chrome_crashpad_handler',
] as const;

/** Writes a folder that looks like /proc with this many processes of this user. */
export function procTree(folder: string, count: number, uid: number): void {
  mkdirSync(path.join(folder, 'self'), { recursive: true });
  writeFileSync(path.join(folder, 'self/cgroup'), CGROUP);
  for (let pid = 1; pid <= count; pid++) {
    const at = path.join(folder, String(pid));
    const exe = exeOf(pid);
    mkdirSync(at);
    symlinkSync(exe, path.join(at, 'exe'));
    writeFileSync(path.join(at, 'stat'), statOf(pid, path.basename(exe)));
    writeFileSync(path.join(at, 'status'), statusOf(pid, path.basename(exe), uid));
    writeFileSync(path.join(at, 'cmdline'), `${exe}\0--type=renderer\0`);
    writeFileSync(path.join(at, 'cgroup'), CGROUP);
    writeFileSync(path.join(at, 'environ'), 'HOME=/home/user\0LANG=C.UTF-8\0');
  }
}

const CGROUP = '0::/user.slice/user-1000.slice/session-2.scope\n';

function exeOf(pid: number): string {
  const from = pid % EVERY === 0 ? CLIENTS : OTHERS;
  const at = pid % EVERY === 0 ? pid / EVERY : pid;
  return from[at % from.length] ?? OTHERS[0];
}

/** proc(5): pid, name, state, parent, …; field 20 are the threads, field 22 the start time. */
const statOf = (pid: number, name: string): string =>
  `${pid} (${name.slice(0, 15)}) S ${pid > 1 ? 1 : 0} ${pid} ${pid} 0 -1 4194560 900 0 0 0 5 3 0 0 20 0 1 0 ${1_000 + pid} 22000000 900 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n`;

const statusOf = (pid: number, name: string, uid: number): string =>
  `Name:\t${name.slice(0, 15)}\nUmask:\t0022\nState:\tS (sleeping)\nTgid:\t${pid}\nNgid:\t0\nPid:\t${pid}\nPPid:\t1\nTracerPid:\t0\nUid:\t${uid}\t${uid}\t${uid}\t${uid}\nGid:\t${uid}\t${uid}\t${uid}\t${uid}\nFDSize:\t64\nVmPeak:\t22000 kB\nThreads:\t1\n`;
