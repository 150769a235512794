import path from 'node:path';
import type { Distrust } from '../../core/distrust.ts';
import { distrustOf } from '../files/distrust.ts';
import { LOOK_MS, type Starter } from './programs.ts';

/** `wheel` and `admin`: their members are administrators. */
const GROUPS: ReadonlySet<number> = new Set([0, 80]);

/** An entry of an access list in `ls -le` (chmod(1), "ACL manipulation options"), of anybody but an administrator. */
const GRANT =
  /^ *\d+: (?!user:root |group:(?:wheel|admin) ).*\ballow\b.*\b(write|append|delete|delete_child|add_file|add_subdirectory|writesecurity|chown)\b/m;

/** Whether an administrator alone could have written this file: by owners, modes and access lists on the way to it. */
export async function macosDistrust(
  { run, programs }: Starter,
  file: string,
): Promise<Distrust | undefined> {
  const byMode = distrustOf(file, GROUPS);
  if (byMode) return byMode;
  const said = await run({
    ...{ program: programs.ls, timeoutMs: LOOK_MS },
    args: ['-lde', ...way(file)],
  });
  if (!said.known || said.value.code !== 0) return { code: 'not-known', path: file };
  return GRANT.test(said.value.stdout) ? { code: 'others-write', path: file } : undefined;
}

/** The file and all folders above it. */
const way = (file: string): readonly string[] =>
  file === path.dirname(file) ? [file] : [file, ...way(path.dirname(file))];
