import { failure, known, unknown, type Known } from '../../../core/known.ts';
import type { Process } from '../../../core/model.ts';
import { slashed } from '../../files/names.ts';
import { installedAbove, type Installed } from '../installs.ts';
import { realPath } from '../real-folders.ts';
import { withTraits } from '../traits.ts';
import { startedAs } from '../started-as.ts';
import type { Api, Handle } from './api.ts';
import { argumentsOf } from './arguments.ts';
import { ACCESS } from './codes.ts';
import { hasLeft, open, startTimeOf } from './handle.ts';
import { listLines, type Line } from './list.ts';
import { ownerOf } from './owner.ts';
import { textIn } from './text.ts';

/** Who asks, and what is asked for. */
interface Question {
  readonly me: string;
  /** The session that we run in. */
  readonly session: number;
  readonly mayMatter: (exe: string) => boolean;
  readonly installed: readonly Installed[];
  /** Classes of windows that one client alone has, by the pid that shows them. */
  readonly shown: ReadonlyMap<number, readonly string[]>;
  /** A real path by the names that the environment gives to its folders. */
  readonly asNamed: (real: string) => readonly string[];
}

/**
 * The processes that `mayMatter` by their program, by the name that they were started by or by a window that they
 * show, and all their ancestors. Those that cannot be opened have a name only, and are in the list as well.
 */
export function listProcesses(
  api: Api,
  me: string,
  mayMatter: (exe: string) => boolean,
  installed: readonly Installed[] = [],
  shown: Question['shown'] = new Map(),
  asNamed: Question['asNamed'] = () => [],
): Known<readonly Process[]> {
  try {
    const listed = listLines(api);
    if (!listed.known) return listed;
    const lines = new Map(listed.value.map((line) => [line.pid, line]));
    const own = lines.get(process.pid);
    // We run, so a list without us is no list.
    if (!own) return unknown('failed', 'a list of processes without ourselves');
    const question = { me, session: own.session, mayMatter, installed, shown, asNamed };
    const found = new Map<number, Process>();
    const add = (line: Line, asked: Question): Process | undefined => {
      const one = read(api, line, asked, lines);
      if (one) found.set(one.pid, one);
      return one;
    };
    for (const line of lines.values()) if (line.pid !== 0) add(line, question);
    for (const one of [...found.values()])
      addAncestors(one, found, lines, (line) => add(line, { ...question, mayMatter: all }));
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

function read(
  api: Api,
  line: Line,
  { me, session, mayMatter, installed, shown, asNamed }: Question,
  lines: ReadonlyMap<number, Line>,
): Process | undefined {
  const { pid, name } = line;
  const seen = { pid, name, parent: parentOf(line, lines) };
  // On our own desktop it is ours to speak of, also where it was started as administrator.
  const owner = line.session === session ? me : `session ${line.session}`;
  const windowClasses = shown.get(pid);
  const held = open(api, pid, ACCESS.QUERY_LIMITED_INFORMATION | ACCESS.SYNCHRONIZE);
  if (held === 'gone') return undefined;
  if (held === 'denied') {
    const hidden = unknown('denied', `program of ${pid}`);
    return {
      ...{ ...seen, startTime: line.startTime, owner, exe: hidden, args: unknown('denied') },
      ...withTraits([], windowClasses),
    };
  }
  try {
    const exe = programOf(api, held.handle);
    const isKnown = exe.known && [exe.value, ...startedAs(exe.value, name)].some(mayMatter);
    if (exe.known && !isKnown && !windowClasses) return undefined;
    if (hasLeft(api, held.handle)) return undefined;
    const user = ownerOf(api, held.handle);
    const installedAs = exe.known ? installedAbove(installed, exe.value) : [];
    const others = exe.known ? otherNames(exe.value, name, asNamed) : [];
    return {
      ...seen,
      startTime: startTimeOf(api, held.handle),
      owner: user.known ? user.value : owner,
      exe,
      args: argumentsOf(api, held.handle),
      ...(exe.known && others.length > 0 ? { files: { [exe.value]: others } } : {}),
      ...withTraits(installedAs, windowClasses),
    };
  } finally {
    held.close();
  }
}

/** Asked for every process of the computer, so one buffer serves all of them. */
const [TEXT, LETTERS] = [Buffer.alloc(65_536), Buffer.alloc(4)];

/** Windows can answer an empty path (psutil#1394): that is unknown as well. */
function programOf({ kernel32 }: Api, handle: Handle): Known<string> {
  LETTERS.writeUInt32LE(TEXT.length / 2);
  const isAnswered = kernel32.QueryFullProcessImageNameW(handle, 0, TEXT, LETTERS);
  const path = isAnswered ? slashed(textIn(TEXT, LETTERS.readUInt32LE())) : '';
  return path === '' ? unknown('denied', `program: error ${kernel32.GetLastError()}`) : known(path);
}

/** The program by its first name, as it is called without short names (8.3) and junctions, and as our folders are. */
function otherNames(exe: string, name: string, asNamed: Question['asNamed']): readonly string[] {
  const real = /^[a-z]:\//i.test(exe) ? realPath(exe) : exe;
  const all = [...startedAs(exe, name), real, ...asNamed(real)];
  return [...new Set(all)].filter((one) => one !== exe);
}

/** Windows gives a pid to another process later: one that began after its child is not its parent. */
function parentOf({ parent, startTime }: Line, lines: ReadonlyMap<number, Line>): number {
  const above = lines.get(parent);
  return above !== undefined && BigInt(above.startTime) <= BigInt(startTime) ? parent : 0;
}
