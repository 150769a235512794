import { failure, known, unknown, type Known } from '../../../core/known.ts';
import type { Process } from '../../../core/model.ts';
import { slashed } from '../../files/names.ts';
import type { Api, Handle } from './api.ts';
import { argumentsOf } from './arguments.ts';
import { ACCESS } from './codes.ts';
import { hasLeft, open, startTimeOf } from './handle.ts';
import { ownerOf, sessionOf } from './owner.ts';
import { textIn } from './text.ts';

const SNAPPROCESS = 2;
/** PROCESSENTRY32W where a pointer has 64 bits. */
const ENTRY = { size: 568, pid: 8, parent: 32, name: 44 } as const;

/** A line of the list that every program may read: no proof of anything yet. */
interface Line {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
}

/**
 * The processes that `mayMatter` by their program, and all their ancestors. Programs that are protected
 * from us have a name only, and are in the list as well.
 */
export function listProcesses(
  api: Api,
  me: string,
  mayMatter: (exe: string) => boolean,
): Known<readonly Process[]> {
  try {
    const lines = new Map(snapshot(api).map((line) => [line.pid, line]));
    // We run, so a list without us is no list.
    if (!lines.has(process.pid)) return unknown('failed', 'a list of processes without ourselves');
    const found = new Map<number, Process>();
    const add = (line: Line, matters: (exe: string) => boolean): Process | undefined => {
      const one = read(api, line, me, matters);
      if (one) found.set(one.pid, one);
      return one;
    };
    for (const line of lines.values()) if (line.pid !== 0) add(line, mayMatter);
    for (const one of [...found.values()])
      addAncestors(one, found, lines, (line) => add(line, all));
    return known([...found.values()]);
  } catch (error) {
    return failure(error);
  }
}

const all = (): boolean => true;

function addAncestors(
  child: Process,
  found: ReadonlyMap<number, Process>,
  lines: ReadonlyMap<number, Line>,
  add: (line: Line) => Process | undefined,
): void {
  let below = child;
  for (const seen = new Set([child.pid]); !seen.has(below.parent); seen.add(below.pid)) {
    const line = lines.get(below.parent);
    const above = found.get(below.parent) ?? (line && line.pid !== 0 ? add(line) : undefined);
    if (!above) return;
    below = above;
  }
}

function snapshot({ kernel32 }: Api): readonly Line[] {
  const handle = kernel32.CreateToolhelp32Snapshot(SNAPPROCESS, 0);
  if (Number(handle) === -1) throw new Error(`snapshot: error ${kernel32.GetLastError()}`);
  const entry = Buffer.alloc(ENTRY.size);
  entry.writeUInt32LE(ENTRY.size);
  const lines: Line[] = [];
  try {
    let more = kernel32.Process32FirstW(handle, entry);
    for (; more; more = kernel32.Process32NextW(handle, entry))
      lines.push({
        pid: entry.readUInt32LE(ENTRY.pid),
        parent: entry.readUInt32LE(ENTRY.parent),
        name: textIn(entry.subarray(ENTRY.name)),
      });
  } finally {
    kernel32.CloseHandle(handle);
  }
  return lines;
}

function read(
  api: Api,
  line: Line,
  me: string,
  mayMatter: (exe: string) => boolean,
): Process | undefined {
  const held = open(api, line.pid, ACCESS.QUERY_LIMITED_INFORMATION | ACCESS.SYNCHRONIZE);
  if (held === 'gone') return undefined;
  if (held === 'denied') return hidden(api, line, me);
  try {
    const exe = programOf(api, held.handle);
    if (exe.known && !mayMatter(exe.value)) return undefined;
    if (hasLeft(api, held.handle)) return undefined;
    const owner = ownerOf(api, held.handle);
    return {
      pid: line.pid,
      startTime: startTimeOf(api, held.handle),
      owner: owner.known ? owner.value : ownerBySession(api, line.pid, me),
      parent: parentOf(api, line, held.handle),
      name: line.name,
      exe,
      args: argumentsOf(api, held.handle),
    };
  } finally {
    held.close();
  }
}

/** Protected, of another user, or of the system: there is its name, and what session it is in. */
const hidden = (api: Api, { pid, parent, name }: Line, me: string): Process => ({
  pid,
  startTime: '',
  owner: ownerBySession(api, pid, me),
  parent,
  name,
  exe: unknown('denied', `program of ${pid}`),
  args: unknown('denied'),
});

/** On our own desktop it is ours to speak of, also where it was started as administrator. */
function ownerBySession(api: Api, pid: number, me: string): string {
  const [theirs, ours] = [sessionOf(api, pid), sessionOf(api, process.pid)];
  return theirs !== undefined && theirs === ours ? me : `session ${theirs ?? 'unknown'}`;
}

/** Asked for every process of the computer, so not made anew each time. */
const [TEXT, LETTERS] = [Buffer.alloc(65_536), Buffer.alloc(4)];

function programOf({ kernel32 }: Api, handle: Handle): Known<string> {
  LETTERS.writeUInt32LE(TEXT.length / 2);
  return kernel32.QueryFullProcessImageNameW(handle, 0, TEXT, LETTERS)
    ? known(slashed(textIn(TEXT, LETTERS.readUInt32LE())))
    : unknown('denied', `program: error ${kernel32.GetLastError()}`);
}

/** A pid is given anew: whoever began after its child is not its parent. 0 where that is gone. */
function parentOf(api: Api, { parent }: Line, child: Handle): number {
  const held = open(api, parent, ACCESS.QUERY_LIMITED_INFORMATION);
  if (typeof held === 'string') return held === 'gone' ? 0 : parent;
  try {
    const [theirs, own] = [startTimeOf(api, held.handle), startTimeOf(api, child)];
    return theirs !== '' && own !== '' && BigInt(theirs) > BigInt(own) ? 0 : parent;
  } finally {
    held.close();
  }
}
