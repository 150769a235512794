import type { Process } from '../../../core/model.ts';
import type { Api, Handle } from './api.ts';
import { ACCESS, ERROR, WAIT } from './codes.ts';

/** A process that is held open: its pid is not given to another as long as it is. */
export interface Held {
  readonly handle: Handle;
  readonly close: () => void;
}

/** Held; or `gone`, where there is no such process; or `denied`, where it cannot be opened. */
export type Opened = Held | 'gone' | 'denied';

/**
 * Opens a process with these rights. `gone` is proven by ERROR_INVALID_PARAMETER alone, which OpenProcess answers
 * for a pid without a process; too few rights, no memory or a damaged handle say nothing of it (`denied`).
 */
export function open({ kernel32 }: Api, pid: number, rights: number): Opened {
  const handle = kernel32.OpenProcess(rights, 0, pid);
  if (handle) return { handle, close: () => void kernel32.CloseHandle(handle) };
  return Number(kernel32.GetLastError()) === ERROR.INVALID_PARAMETER ? 'gone' : 'denied';
}

/**
 * Opens this very process: `gone` also where another one has its pid by now. While the handle is open
 * the pid stays with it, so what was proven holds for whatever is done with the handle.
 */
export function openSame(
  api: Api,
  { pid, startTime }: Pick<Process, 'pid' | 'startTime'>,
  rights: number,
): Opened {
  const held = open(api, pid, rights | ACCESS.QUERY_LIMITED_INFORMATION);
  if (typeof held === 'string') return held;
  if (startTimeOf(api, held.handle) === startTime) return held;
  held.close();
  return 'gone';
}

const FILETIME = 8;

/**
 * When a process began, as the decimal number of 100 ns since 1601, in whole microseconds, which is all
 * that CIM tells (CIM_DATETIME); empty where that cannot be told.
 */
export function startTimeOf({ kernel32 }: Api, handle: Handle): string {
  const [created, ...rest] = [0, 1, 2, 3].map(() => Buffer.alloc(FILETIME));
  if (!created || !kernel32.GetProcessTimes(handle, created, ...rest)) return '';
  return String((created.readBigUInt64LE() / 10n) * 10n);
}

/** Whether it has left: a handle that was opened with SYNCHRONIZE is signalled once it has. */
export const hasLeft = ({ kernel32 }: Api, handle: Handle): boolean =>
  kernel32.WaitForSingleObject(handle, 0) === WAIT.OBJECT_0;
