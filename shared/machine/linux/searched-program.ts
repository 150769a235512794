import { existsSync } from 'node:fs';
import { known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { loaded } from '../../core/recognition/loaded.ts';
import { environmentOf } from './own-mounts.ts';

/**
 * The process with the path of what its loader runs, where the command line has a name alone: valgrind, box64 and
 * muvm look for it in PATH, as a shell does. One that lies in the working folder is taken from there.
 */
export function withSearchedProgram(process: Process, proc: string): Process {
  const run = loaded(process);
  if (!run?.args.known || run === process || !process.args.known) return process;
  const at = process.args.value.length - run.args.value.length;
  const name = process.args.value[at] ?? '';
  if (/[\\/]/.test(name) || (run.exe.known && existsSync(run.exe.value))) return process;
  const folders = environmentOf(`${proc}/${process.pid}`)?.get('PATH')?.split(':') ?? [];
  const file = folders.map((folder) => `${folder}/${name}`).find((one) => existsSync(one));
  return file === undefined
    ? process
    : { ...process, args: known(process.args.value.with(at, file)) };
}
