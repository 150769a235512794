import type { Interpreter } from './interpreters.ts';

/** What follows the options of an interpreter: a script at an argument, code or a class, or nothing at all. */
type Named =
  | { readonly is: 'script'; readonly at: number }
  | { readonly is: 'module'; readonly name: string }
  | { readonly is: 'code' }
  | { readonly is: 'nothing' };

/** The script as the command line names it: none behind code, and of a module the file that it may be. */
export function namedBy(interpreter: Interpreter, args: readonly string[]): readonly string[] {
  const named = readOptions(interpreter, args);
  if (named.is === 'module') return modulePaths(named.name);
  const script = named.is === 'script' ? (args[named.at] ?? '') : '';
  return script === '' || script === '-' ? [] : [script];
}

/** `/dev/fd/3`, `/proc/self/fd/3`: what a process has open under that number (proc(5)). */
const DESCRIPTOR = /^\/(?:dev|proc\/(?:self|thread-self|\d+))\/fd\/(\d+)$/;

/**
 * The descriptor that an interpreter reads its script from, and the argument that says so, or the place of one:
 * standard input where it names none, `-` or `/dev/stdin`. Undefined where it runs a file, code or a class.
 */
export function inputOf(
  interpreter: Interpreter,
  args: readonly string[],
): { readonly fd: number; readonly at: number } | undefined {
  const named = readOptions(interpreter, args);
  if (named.is === 'nothing') return { fd: 0, at: args.length };
  if (named.is !== 'script') return undefined;
  const script = args[named.at] ?? '';
  if (script === '-' || script === '/dev/stdin') return { fd: 0, at: named.at };
  const fd = DESCRIPTOR.exec(script)?.[1];
  return fd === undefined ? undefined : { fd: Number(fd), at: named.at };
}

function readOptions(interpreter: Interpreter, args: readonly string[]): Named {
  const { withValue, code, module, script, verbs, runsClasses } = interpreter;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (script?.has(arg)) return { is: 'script', at: at + 1 };
    if (module?.test(arg)) return { is: 'module', name: args[at + 1] ?? '' };
    if (code.test(arg)) return { is: 'code' };
    if (withValue.has(arg)) at++;
    else if (arg === '--') return { is: 'script', at: at + 1 };
    else if (arg === '-' || (!arg.startsWith('-') && arg.trim() !== '' && !verbs?.has(arg)))
      return runsClasses ? { is: 'code' } : { is: 'script', at };
  }
  return { is: 'nothing' };
}

/** `-m chat.main`: a file or a package below the current folder. */
function modulePaths(module: string): readonly string[] {
  const path = module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__main__.py`];
}
