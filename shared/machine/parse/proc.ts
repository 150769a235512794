/** What `/proc/PID/stat` says that we need (proc(5)). */
export interface Stat {
  readonly name: string;
  readonly parent: number;
  /** Clock ticks since boot; with the pid it names one process for ever. */
  readonly startTime: string;
  /** Nothing of it runs any more: dead, or a zombie that waits for its parent. */
  readonly gone: boolean;
  /** By a signal or a debugger. */
  readonly stopped: boolean;
  readonly kernel: boolean;
  /** It is on its way out, and hides its program already. */
  readonly exiting: boolean;
  readonly session: number;
}

/** Flags of the kernel (linux/sched.h). */
const PF_EXITING = 0x00000004;
const PF_KTHREAD = 0x00200000;

/** Parses one stat line; the name may hold spaces and brackets. Undefined for anything else. */
export function parseStat(line: string): Stat | undefined {
  const open = line.indexOf('(');
  const close = line.lastIndexOf(')');
  if (open < 0 || close < open) return undefined;
  const fields = line.slice(close + 2).split(' ');
  const [state, parent, startTime] = [fields[0], Number(fields[1]), fields[19]];
  if (state === undefined || startTime === undefined || !Number.isInteger(parent)) return undefined;
  // A leader that ended while its threads go on is shown as Z, but the program still runs.
  const threads = Number(fields[17]);
  return {
    name: line.slice(open + 1, close),
    parent,
    startTime,
    gone: state === 'X' || state === 'x' || (state === 'Z' && threads <= 1),
    stopped: state === 'T' || state === 't',
    kernel: (Number(fields[6]) & PF_KTHREAD) !== 0,
    session: Number(fields[3]),
    exiting: (Number(fields[6]) & PF_EXITING) !== 0,
  };
}

/** The effective owner: the directory's owner lies for programs that protect their memory. */
export const parseOwner = (status: string): string | undefined =>
  /^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1];

/** Inside of a pid namespace below ours: the kernel shows one pid a namespace (proc(5), `NSpid`). */
export const isNested = (status: string): boolean =>
  (/^NSpid:\s+(.*)$/m.exec(status)?.[1]?.trim().split(/\s+/).length ?? 1) > 1;

export interface Unit {
  readonly sandbox?: string;
  readonly service?: string;
}

/** Flatpak id and service unit from `/proc/PID/cgroup` (cgroup v2, or systemd's own v1 tree). */
export function parseCgroup(text: string): Unit {
  const path = /^(?:0:|\d+:name=systemd):(.*)$/m.exec(text)?.[1] ?? '';
  const unit = path.slice(path.lastIndexOf('/') + 1);
  const sandbox = /^app-flatpak-(.+?)-\d+\.scope$/.exec(unit)?.[1];
  const service =
    unit.endsWith('.service') && !unit.startsWith('user@') && !unit.includes('@autostart')
      ? unit
      : undefined;
  return { ...(sandbox ? { sandbox } : {}), ...(service ? { service } : {}) };
}

/** An updated program is shown with this suffix while its old file is gone (proc(5)). */
export const cleanExe = (link: string): string => link.replace(/ \(deleted\)$/, '');

/** `name=` in the `[Application]` group (flatpak-metadata(5)). */
export const parseFlatpakInfo = (info: string): string | undefined =>
  /^\[Application\]\n(?:(?!\[)[^\n]*\n)*?name=([^\n]+)/m.exec(info)?.[1];
