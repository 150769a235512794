import type { Run } from '../run.ts';

/** The programs of macOS that this machine starts, as absolute paths. */
export interface Programs {
  readonly ps: string;
  readonly osascript: string;
  readonly lsof: string;
  readonly ls: string;
}

/** Where macOS has them; all are part of the system and cannot be replaced. */
export const PROGRAMS: Programs = {
  ps: '/bin/ps',
  osascript: '/usr/bin/osascript',
  lsof: '/usr/sbin/lsof',
  ls: '/bin/ls',
};

/** All that is needed to start one of them. */
export interface Starter {
  readonly run: Run;
  readonly programs: Programs;
  readonly home: string;
}

/** How long a program that only looks may take, in ms: far longer than it ever does. */
export const LOOK_MS = 10_000;
