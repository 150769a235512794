import { known } from '../known.ts';
import type { Process } from '../model.ts';
import { absolutePath } from './absolute-path.ts';
import { loaderOf, type Loader } from './loaders.ts';

/** So many loaders can stand in front of one program: `muvm box64 ld-linux wine64 x.exe` has three. */
const MOST_LOADERS = 5;

/** Wine writes the program for Windows over the command line of what runs it (its `set_process_name`). */
const WINDOWS_PROGRAM = /^[A-Za-z]:[\\/].*\.exe$/i;

/**
 * The process as if what its loaders run were its own program, with the arguments behind it: a loader runs a
 * loader, Wine, Electron or an interpreter as well. The process itself where it is no loader. Undefined where a
 * loader names no program: it is itself what was started, or it changed its title.
 */
export function loaded(process: Process): Process | undefined {
  if (remembered.has(process)) return remembered.get(process);
  const found = behindLoaders(process);
  remembered.set(process, found);
  return found;
}

/** A process is a frozen value that several rules ask about in one look. */
const remembered = new WeakMap<Process, Process | undefined>();

function behindLoaders(process: Process): Process | undefined {
  if (!process.exe.known || loaderOf(process.exe.value) === undefined) return process;
  const [title = '', ...more] = process.args.known ? process.args.value : [];
  if (WINDOWS_PROGRAM.test(title)) return asIf(process, 'wine', [title, ...more]);
  let exe = process.exe.value;
  let args = more;
  for (let step = 0; step < MOST_LOADERS; step++) {
    const loader = loaderOf(exe);
    if (!loader) break;
    const at = programAt(loader, args);
    const path = args[at];
    if (path === undefined) return undefined;
    exe = absolutePath(path, process.cwd);
    args = args.slice(at + 1);
  }
  return asIf(process, exe, [exe, ...args]);
}

const asIf = (process: Process, exe: string, args: readonly string[]): Process => ({
  ...process,
  ...{ exe: known(exe), args: known(args) },
});

function programAt({ withValue }: Loader, args: readonly string[]): number {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return at + 1;
    if (!arg.startsWith('-')) return at;
    if (withValue.has(arg)) at++;
  }
  return args.length;
}
