import { writeFileSync } from 'node:fs';

/** The one line on stdout by which a program says that all of it is there. */
export interface RootReady {
  readonly pid: number;
  readonly helpers: readonly number[];
  /** Why it has no icon. */
  readonly noIcon?: string;
}

export interface StageReady {
  readonly pid: number;
  readonly daemon?: number;
  /** Address of the private bus, where it hosts one. */
  readonly bus?: string;
  readonly noBus?: string;
}

export function sayReady(ready: RootReady | StageReady): void {
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

/** The name in process lists. Not `process.title`, which overwrites the arguments we are known by. */
export function callMyself(name: string): void {
  writeFileSync('/proc/self/comm', name);
}

/** Whoever started us may leave before we speak; that is no reason to end. */
export function surviveBrokenPipes(): void {
  const ignore = (): void => {};
  process.stdout.on('error', ignore);
  process.stderr.on('error', ignore);
}

/** Keeps a program that has nothing to do, at no cost: it wakes every twelve days. */
export function live(): void {
  setInterval(() => {}, 2 ** 30);
}
