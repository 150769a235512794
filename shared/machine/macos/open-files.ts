import { closeSync, openSync, realpathSync } from 'node:fs';
import { known, map, unknown, type Known } from '../../core/known.ts';
import type { FileHolder } from '../files/disk.ts';
import { parseLsof, type OpenFile } from '../parse/lsof.ts';
import type { Starter } from './programs.ts';

/** A thousand processes with a thousand files each take lsof some seconds; on a share that is away it stands. */
const LSOF_MS = 15_000;

/**
 * The first of our own processes that uses a file at or below one of these folders, by one start of lsof
 * over all files of this user. Its exit code 1 means *nothing found* as well as *something was denied*, so
 * it is not asked: an answer is one that names a file that is open here.
 */
export async function holderBelow(
  starter: Starter,
  uid: number,
  folders: readonly string[],
): Promise<Known<FileHolder | undefined>> {
  const files = await openFiles(starter, uid);
  const where = folders.map(real);
  return map(files, (all) => {
    const found = all.find(
      ({ pid, file }) =>
        // Our own folders are open while we read them.
        pid !== process.pid && where.some((one) => file === one || file.startsWith(`${one}/`)),
    );
    return found && { file: found.file, pid: found.pid };
  });
}

/**
 * First without the calls that stand on a disk that is away (`-b`, lsof(8)). Whether it has every name then nobody has
 * seen on a Mac, so that an answer without ours is asked for once more, with those calls.
 */
async function openFiles(starter: Starter, uid: number): Promise<Known<readonly OpenFile[]>> {
  const fd = openSync(process.execPath, 'r');
  const file = real(process.execPath);
  const isOurs = (one: OpenFile): boolean =>
    one.pid === process.pid && one.fd === String(fd) && one.file === file;
  try {
    const quick = await listFiles(starter, uid, '-nPwb');
    if (!quick.known || quick.value.some(isOurs)) return quick;
    const slow = await listFiles(starter, uid, '-nPw');
    if (!slow.known || slow.value.some(isOurs)) return slow;
    return unknown('failed', 'lsof does not show what is open in this very process');
  } finally {
    closeSync(fd);
  }
}

async function listFiles(
  { run, programs }: Starter,
  uid: number,
  flags: string,
): Promise<Known<readonly OpenFile[]>> {
  const args = [flags, '-u', String(uid), '-F', 'pn'];
  const said = await run({ program: programs.lsof, args, timeoutMs: LSOF_MS });
  if (said.known) return known(parseLsof(said.value.stdout));
  return said.why.code === 'timeout'
    ? unknown('timeout', 'lsof gives no answer: a network disk may not be there')
    : said;
}

/** As the kernel names it: `/tmp` is `/private/tmp`. */
function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder; // Gone, or hidden from us: nobody can be told by another name.
  }
}
