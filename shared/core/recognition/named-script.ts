import type { Interpreter } from './interpreters.ts';

/** The script as the command line names it: none behind code, and of a module the file that it may be. */
export function namedBy(interpreter: Interpreter, args: readonly string[]): readonly string[] {
  const { withValue, code, module, script, verbs, runsClasses } = interpreter;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const next = args[at + 1] ?? '';
    if (script?.has(arg)) return [next];
    if (module?.test(arg)) return modulePaths(next);
    if (code.test(arg)) return [];
    if (withValue.has(arg)) at++;
    else if (arg === '--') return next === '' ? [] : [next];
    else if (!arg.startsWith('-') && arg.trim() !== '' && !verbs?.has(arg))
      return runsClasses ? [] : [arg];
  }
  return [];
}

/** `-m chat.main`: a file or a package below the current folder. */
function modulePaths(module: string): readonly string[] {
  const path = module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__main__.py`];
}
