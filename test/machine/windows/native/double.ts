import type { Api } from '../../../../shared/machine/windows/native/api.ts';

/** A process as Windows would tell it. */
export interface Program {
  readonly pid: number;
  readonly parent?: number;
  /** What its file was called when it started. */
  readonly name: string;
  /** Where its file is now; without one Windows answers an error. */
  readonly path?: string;
  /** 100 ns since 1601. */
  readonly start?: bigint;
  readonly session?: number;
  /** The error of OpenProcess: 5 denied, 87 no such pid. */
  readonly refused?: number;
  /** Rights that OpenProcess refuses with error 5. */
  readonly without?: number;
  readonly args?: string;
  /** The class of the window that it shows. */
  readonly shows?: string;
}

export const US: Program = {
  pid: process.pid,
  parent: 4,
  name: 'node.exe',
  path: 'C:\\node.exe',
};
export const ME = 'S-1-5-18';

const BASE = 0x10_0000n;
const ROW = 104;
const START = 1_000n;

/** As winternl.h and phnt lay out SYSTEM_PROCESS_INFORMATION: rows, each with its name behind it. */
function listOf(all: readonly Program[]): Buffer {
  let at = 0;
  const rows = all.map((one, index) => {
    const name = Buffer.from(one.name, 'utf16le');
    const row = Buffer.alloc(Math.ceil((ROW + name.length) / 8) * 8);
    row.writeUInt32LE(index === all.length - 1 ? 0 : row.length, 0);
    row.writeBigUInt64LE(one.start ?? START, 32);
    row.writeUInt16LE(name.length, 56);
    row.writeBigUInt64LE(BASE + BigInt(at + ROW), 64);
    row.writeUInt32LE(one.pid, 80);
    row.writeUInt32LE(one.parent ?? 4, 88);
    row.writeUInt32LE(one.session ?? 1, 100);
    name.copy(row, ROW);
    at += row.length;
    return row;
  });
  return Buffer.concat(rows);
}

/**
 * Windows' own functions below our code, for what Wine does not answer: every error as Microsoft documents it.
 * `opened` counts the handles that nobody has closed.
 */
export function windowsDouble(programs: readonly Program[]) {
  const all = [US, ...programs];
  const byPid = new Map(all.map((one) => [one.pid, one]));
  const list = listOf(all);
  let error = 0;
  let opened = 0;
  const of = (handle: unknown): Program => byPid.get(Number(handle)) ?? US;
  const fail = (code: number): number => ((error = code), 0);
  const kernel32 = {
    GetLastError: () => error,
    GetCurrentProcess: () => -1,
    CloseHandle: () => (opened--, 1),
    OpenProcess: (rights: number, _: number, pid: number) => {
      const one = byPid.get(pid);
      if (one === undefined) return fail(87);
      if (one.refused !== undefined) return fail(one.refused);
      if ((rights & (one.without ?? 0)) !== 0) return fail(5);
      opened++;
      return pid;
    },
    QueryFullProcessImageNameW: (handle: number, _: number, text: Buffer, length: Buffer) => {
      const { path } = of(handle);
      if (path === undefined) return fail(31);
      text.fill(0, 0, 2 * path.length + 2);
      text.write(path, 'utf16le');
      length.writeUInt32LE(path.length);
      return 1;
    },
    GetProcessTimes: (handle: number, created: Buffer) => {
      created.writeBigUInt64LE(of(handle).start ?? START);
      return 1;
    },
    WaitForSingleObject: () => 0x102,
  };
  const advapi32 = {
    OpenProcessToken: (_: number, __: number, token: Buffer) => (token.writeBigInt64LE(1n), 1),
    GetTokenInformation: (_: unknown, __: unknown, into: Buffer) => {
      into.fill(0);
      // S-1-5-18
      into.set([1, 1, 0, 0, 0, 0, 0, 5], 16);
      into.writeUInt32LE(18, 24);
      return 1;
    },
  };
  const ntdll = {
    NtQuerySystemInformation: (_: number, into: Buffer, size: number, needed: Buffer) => {
      needed.writeUInt32LE(list.length);
      if (size < list.length) return 0xc000_0004 | 0;
      list.copy(into);
      return 0;
    },
    NtQueryInformationProcess: (handle: number, _: number, into: Buffer) => {
      const text = of(handle).args ?? '';
      into.writeUInt16LE(text.length * 2);
      into.write(text, 16, 'utf16le');
      return 0;
    },
  };
  const user32 = {
    FindWindowExW: (_: number, after: number, name: string) =>
      all.find(({ pid, shows }) => shows === name && pid > after)?.pid ?? 0,
    GetWindowThreadProcessId: (window: number, pid: Buffer) => (pid.writeUInt32LE(window), 1),
  };
  const api = {
    ...{ kernel32, advapi32, ntdll, user32, shell32: {} },
    ...{ address: () => BASE, windows: () => [] },
  } as unknown as Api;
  return { api, opened: () => opened };
}
