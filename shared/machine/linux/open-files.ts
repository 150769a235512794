import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { known, unknown, type Known } from '../../core/known.ts';
import { codeOf, hasLeft } from '../files/errno.ts';
import { bytesOf, fromDisk } from '../files/names.ts';
import { readStat } from './processes.ts';

/** Somebody who uses a file: it is open, or mapped into memory. */
export interface OpenFile {
  readonly pid: number;
  readonly file: string;
}

/**
 * The first process found that uses a file or folder at or below one of these folders. Programs of
 * other users hide theirs from everybody but root; so do those that protect their own memory
 * (ssh-agent, gpg-agent, the sandboxes of browsers: the kernel gives their folder in /proc to root) and
 * those with more rights than ours. One of each runs on every computer, and they are passed over. Any
 * other program of our own that does not let us look makes the answer unknown, unless it shows itself a moment
 * later: a program hides while it starts another.
 */
export function holderBelow(
  folders: readonly string[],
  uid: number,
  proc = '/proc',
): Known<OpenFile | undefined> {
  let hidden: string | undefined;
  for (const name of readdirSync(proc)) {
    if (name < '0' || name > ':') continue;
    const pid = Number(name);
    // Our own folders are open while we read them.
    if (pid === process.pid) continue;
    for (let turn = 1; ; turn++) {
      try {
        const of = `${proc}/${name}`;
        const file = openBelow(folders, of) ?? mappedBelow(folders, of);
        if (file !== undefined) return known({ pid, file });
        break;
      } catch (error) {
        if (hasLeft(error) || hidden !== undefined || !oughtToShow(pid, uid, proc)) break;
        if (turn === TURNS) hidden = `pid ${pid}: ${codeOf(error)}`;
        else Atomics.wait(SLEEPER, 0, 0, 1);
      }
    }
  }
  return hidden === undefined ? known(undefined) : unknown('denied', hidden);
}

/** So often, a millisecond apart, a hidden program is looked at. */
const TURNS = 50;
const SLEEPER = new Int32Array(new SharedArrayBuffer(4));

function openBelow(folders: readonly string[], of: string): string | undefined {
  for (const fd of readdirSync(`${of}/fd`)) {
    const file = target(`${of}/fd/${fd}`);
    if (folders.some((folder) => file === folder || file.startsWith(`${folder}/`))) return file;
  }
  return undefined;
}

/** A file can be mapped although it was closed; searched as bytes, for these lists are long. */
function mappedBelow(folders: readonly string[], process: string): string | undefined {
  const maps = readFileSync(`${process}/maps`);
  for (const folder of folders) {
    const at = maps.indexOf(bytesOf(` ${folder}/`));
    if (at >= 0) return fromDisk(maps.subarray(at + 1, maps.indexOf('\n', at)));
  }
  return undefined;
}

function target(link: string): string {
  try {
    const file = readlinkSync(link);
    return file.includes('\ufffd') ? fromDisk(readlinkSync(link, 'buffer')) : file;
  } catch (error) {
    if (hasLeft(error)) return ''; // Closed in this moment.
    throw error;
  }
}

/** A living program of our own, with no more rights than ours, that is not protected by the kernel. */
function oughtToShow(pid: number, uid: number, proc: string): boolean {
  try {
    if (statSync(`${proc}/${pid}`).uid !== uid) return false;
    const stat = readStat(pid, proc);
    if (stat === undefined || stat.kernel) return false;
    return (rightsOf(`${proc}/${pid}`) & ~rightsOf('/proc/self')) === 0n;
  } catch (error) {
    return !hasLeft(error);
  }
}

/** The permitted capabilities, as bits (proc(5)). */
const rightsOf = (process: string): bigint =>
  BigInt(`0x${/^CapPrm:\s+(\S+)/m.exec(readFileSync(`${process}/status`, 'utf8'))?.[1] ?? '0'}`);
