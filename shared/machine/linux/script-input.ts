import { readlinkSync } from 'node:fs';
import { known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { interpreterOf, runsScripts } from '../../core/recognition/interpreters.ts';
import { loaded } from '../../core/recognition/loaded.ts';
import { inputOf } from '../../core/recognition/named-script.ts';

/**
 * The process with the file that its interpreter reads as its script among its arguments, where the command line
 * names a descriptor or nothing: `python3 < chat.py`. A pipe, a terminal and a device are no file.
 */
export function withScriptInput(process: Process, proc: string): Process {
  const run = loaded(process);
  if (!run?.exe.known || !run.args.known || !process.args.known) return process;
  if (!runsScripts(run.exe.value)) return process;
  const args = run.args.value;
  // Behind a title nobody knows what was named, and standard input can be anything.
  if (!runsScripts(args[0] ?? '')) return process;
  const input = inputOf(interpreterOf(run.exe.value), args.slice(1));
  const file = input && fileOf(`${proc}/${process.pid}/fd/${input.fd}`);
  if (!input || file === undefined) return process;
  // The arguments of an interpreter stand at the end of those of its loaders.
  const at = process.args.value.length - args.length + 1 + input.at;
  return { ...process, args: known(process.args.value.toSpliced(at, 1, file)) };
}

function fileOf(link: string): string | undefined {
  try {
    const file = readlinkSync(link).replace(/ \(deleted\)$/, '');
    return /^\/(?!dev\/)/.test(file) ? file : undefined;
  } catch {
    return undefined; // Closed, hidden, or the process has left.
  }
}
