import { known, unknown, type Known } from '../../../core/known.ts';
import type { Api } from './api.ts';

/** A line of the kernel's own list: told without a handle, so also of a process that denies itself. */
export interface Line {
  readonly pid: number;
  readonly parent: number;
  /** Its file's name when it was started: what the file is called later does not change that. */
  readonly name: string;
  /** As `startTimeOf` has it. */
  readonly startTime: string;
  /** The desktop session that it runs in. */
  readonly session: number;
}

/** SystemProcessInformation */
const PROCESSES = 5;
/** STATUS_INFO_LENGTH_MISMATCH: the list is longer than the buffer. */
const TOO_SHORT = 0xc000_0004;
/** SYSTEM_PROCESS_INFORMATION where a pointer has 64 bits (winternl.h, and phnt for the hidden ones). */
const ROW = {
  size: 104,
  next: 0,
  created: 32,
  name: 56,
  pid: 80,
  parent: 88,
  session: 100,
} as const;

/**
 * All processes of this computer at one moment, by NtQuerySystemInformation. Each row tells session and start
 * time, which ProcessIdToSessionId and GetProcessTimes refuse for whatever refuses OpenProcess.
 */
export function listLines({ address, ntdll }: Api): Known<readonly Line[]> {
  const needed = Buffer.alloc(4);
  for (let bytes = 1 << 19; bytes <= 1 << 26; bytes *= 2) {
    const into = Buffer.alloc(bytes);
    const said = Number(ntdll.NtQuerySystemInformation(PROCESSES, into, bytes, needed)) >>> 0;
    if (said === 0) return linesIn(into, address(into));
    if (said !== TOO_SHORT) return unknown('failed', `list of processes: ${said.toString(16)}`);
  }
  return unknown('failed', 'list of processes: too long');
}

/** The rows lie one behind the other, each with its name behind it; `base` is where the buffer lies. */
function linesIn(all: Buffer, base: bigint): Known<readonly Line[]> {
  const lines: Line[] = [];
  for (let at = 0; ;) {
    const row = all.subarray(at);
    if (row.length < ROW.size) return unknown('failed', 'list of processes: a row is cut');
    lines.push({
      pid: row.readUInt32LE(ROW.pid),
      parent: row.readUInt32LE(ROW.parent),
      name: nameIn(all, base, row),
      startTime: String((row.readBigUInt64LE(ROW.created) / 10n) * 10n),
      session: row.readUInt32LE(ROW.session),
    });
    const next = row.readUInt32LE(ROW.next);
    if (next === 0) return known(lines);
    at += next;
  }
}

function nameIn(all: Buffer, base: bigint, row: Buffer): string {
  const start = Number(row.readBigUInt64LE(ROW.name + 8) - base);
  const end = start + row.readUInt16LE(ROW.name);
  return start < 0 || end > all.length ? '' : all.toString('utf16le', start, end);
}
