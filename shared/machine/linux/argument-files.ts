import { known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { lastPart } from '../../core/paths.ts';
import { absolutePath } from '../../core/recognition/absolute-path.ts';
import { javaArguments } from '../../core/recognition/java-arguments.ts';
import { readRegular } from '../files/read-regular.ts';

/**
 * The process with what its `@file` arguments stand for, as `java` reads them before its class: relative to its
 * folder; a file that cannot be read, or is too big, stays as it is named.
 */
export function withArgumentFiles(process: Process): Process {
  const { exe, args } = process;
  if (!exe.known || !args.known || !/^javaw?$/.test(lastPart(exe.value))) return process;
  if (!args.value.some((arg) => arg.startsWith('@'))) return process;
  const stop = args.value.indexOf('--disable-@files');
  const all = args.value.flatMap((arg, at) =>
    !/^@[^@]/.test(arg) || (stop !== -1 && at > stop)
      ? [arg]
      : argumentsIn(absolutePath(arg.slice(1), process.cwd), arg),
  );
  return { ...process, args: known(all) };
}

function argumentsIn(file: string, as: string): readonly string[] {
  try {
    return file.startsWith('/') ? javaArguments(readRegular(file, 'follow').text) : [as];
  } catch {
    return [as]; // Not there any more, closed to us, or no file.
  }
}
