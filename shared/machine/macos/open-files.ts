import { realpathSync } from 'node:fs';
import { known, unknown, type Known } from '../../core/known.ts';
import type { FileHolder } from '../files/disk.ts';
import { parseLsof } from '../parse/lsof.ts';
import type { Starter } from './programs.ts';

/** A thousand processes with a thousand files each take lsof some seconds; on a share that is away it stands. */
const LSOF_MS = 15_000;

/**
 * The first of our own processes that uses a file at or below one of these folders, by one start of lsof
 * over all files of this user. Its exit code 1 means *nothing found* as well as *something was denied*, so
 * it is not asked: an answer is one that shows the files of this very process.
 */
export async function holderBelow(
  { run, programs }: Starter,
  uid: number,
  folders: readonly string[],
): Promise<Known<FileHolder | undefined>> {
  const args = ['-nPw', '-u', String(uid), '-F', 'pn'];
  const said = await run({ program: programs.lsof, args, timeoutMs: LSOF_MS });
  if (!said.known)
    return said.why.code === 'timeout'
      ? unknown('timeout', 'lsof gives no answer: a network disk may not be there')
      : said;
  const files = parseLsof(said.value.stdout);
  if (!files.some(({ pid }) => pid === process.pid))
    return unknown('failed', `lsof does not show this very process (${said.value.code})`);
  const where = folders.map(real);
  return known(
    files.find(
      ({ pid, file }) =>
        // Our own folders are open while we read them.
        pid !== process.pid && where.some((one) => file === one || file.startsWith(`${one}/`)),
    ),
  );
}

/** As the kernel names it: `/tmp` is `/private/tmp`. */
function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder; // Gone, or hidden from us: nobody can be told by another name.
  }
}
