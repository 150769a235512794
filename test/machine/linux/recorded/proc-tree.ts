import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileFolder } from '../../../file-folder.ts';

/** What `/proc/PID` shows of one process; what is missing here is as of a plain sleeper of ours. */
export interface Shown {
  readonly pid: number;
  readonly parent?: number;
  readonly name?: string;
  /** Where `exe` leads; null where there is none. */
  readonly exe?: string | null;
  readonly args?: readonly string[];
  readonly state?: string;
  readonly flags?: number;
  readonly threads?: number;
  readonly session?: number;
  readonly startTime?: string;
  readonly owner?: string;
  readonly cgroup?: string;
  readonly environ?: Readonly<Record<string, string>>;
  /** Files that are missing or closed. */
  readonly without?: readonly ('status' | 'stat')[];
  readonly children?: readonly number[];
  /** Its pid here and in each namespace further in. */
  readonly pids?: readonly number[];
}

export const OURS = '1000';
export const PF_EXITING = 0x4;
export const PF_KTHREAD = 0x200000;

/** A recorded `/proc` in a temporary folder. */
export class ProcTree {
  readonly root = fileFolder('proc');

  constructor(...all: readonly Shown[]) {
    this.add({ pid: 1, parent: 0, name: 'systemd', exe: '/usr/lib/systemd/systemd', owner: '0' });
    mkdirSync(path.join(this.root, 'self'));
    for (const one of all) this.add(one);
  }

  add(shown: Shown): void {
    const { pid, exe = '/usr/bin/sleep', without = [], environ } = shown;
    const folder = path.join(this.root, String(pid));
    const write = (name: string, text: string): void =>
      writeFileSync(path.join(folder, name), text);
    mkdirSync(path.join(folder, 'task', String(pid)), { recursive: true });
    if (exe !== null) symlinkSync(exe, path.join(folder, 'exe'));
    write('stat', statOf(shown));
    const { owner = OURS, pids = [pid] } = shown;
    write('status', `Name:\tx\nUid:\t${owner}\t${owner}\t0\t0\nNSpid:\t${pids.join('\t')}\n`);
    write('cmdline', (shown.args ?? [exe ?? '']).map((one) => `${one}\0`).join(''));
    write('cgroup', `0::${shown.cgroup ?? '/user.slice'}\n`);
    write(`task/${pid}/children`, (shown.children ?? []).join(' '));
    if (environ)
      write(
        'environ',
        Object.entries(environ)
          .map((pair) => `${pair.join('=')}\0`)
          .join(''),
      );
    for (const name of without) rmSync(path.join(folder, name));
  }

  /** The pid that was given last. */
  newest(pid: number): void {
    writeFileSync(path.join(this.root, 'loadavg'), `0.1 0.1 0.1 1/99 ${pid}\n`);
  }

  remove(pid: number): void {
    rmSync(path.join(this.root, String(pid)), { recursive: true });
  }

  /** As `hidepid` has it: the process is listed, and shows nothing. */
  close(pid: number): void {
    chmodSync(path.join(this.root, String(pid)), 0o000);
  }
}

function statOf({ pid, parent = 1, name = 'sleep', ...more }: Shown): string {
  const { state = 'S', flags = 0, threads = 1, session = pid, startTime = '7' } = more;
  const fields = [state, parent, pid, session, 0, -1, flags, ...Array<number>(10).fill(0)];
  return `${pid} (${name}) ${[...fields, threads, 0, startTime].join(' ')}\n`;
}
