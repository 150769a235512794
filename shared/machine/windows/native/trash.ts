import { lstatSync } from 'node:fs';
import type { Thing } from '../../files/disk.ts';
import { onDisk } from '../../files/names.ts';
import type { Trashed } from '../../files/disk.ts';
import { isStill } from '../../files/unit.ts';
import { inTrash, windowsBins } from '../../seen-in-trash.ts';
import { isPlainPath } from '../plain-name.ts';
import { elsewhere, type Api } from './api.ts';

const FO_DELETE = 3;
/**
 * FOF_ALLOWUNDO, and nothing is shown or asked: NOCONFIRMATION, SILENT, NOERRORUI, NOCONFIRMMKDIR. Nothing else goes
 * with it: NO_CONNECTED_ELEMENTS, without which `page.htm` takes `page_files` along. WANTNUKEWARNING.
 */
const FLAGS = 0x40 | 0x10 | 0x4 | 0x400 | 0x200 | 0x2000 | 0x4000;
/** DRIVE_FIXED: from any other drive Windows removes for good. */
const FIXED = 3;
/** SHFILEOPSTRUCTW where a pointer has 64 bits. */
const SIZE = 56;

/**
 * Moves things into the recycle bin, one by one, each looked at once more right before. What cannot be
 * put there stays: with nobody to ask, Windows would remove it for good, so the bin's own word is not
 * enough: it is said to be there once it was seen there.
 */
export async function recycle(
  api: Api,
  things: readonly Thing[],
  bins: (file: string) => readonly string[] = windowsBins,
): Promise<readonly Trashed[]> {
  const went: Trashed[] = [];
  for (const thing of things) went.push(await one(api, thing, bins));
  return went;
}

async function one(
  api: Api,
  { file, identity }: Thing,
  bins: (file: string) => readonly string[],
): Promise<Trashed> {
  if (!isStill(file, identity)) return { trashed: false, code: 'changed', why: '' };
  if (!isPlainPath(file)) return noTrash('the recycle bin takes this name for another one');
  const drive = `${file.slice(0, 2)}\\`;
  if (Number(api.kernel32.GetDriveTypeW(drive)) !== FIXED)
    return noTrash(`no recycle bin on ${drive}`);
  // Two NULs end the list.
  const from = Buffer.from(`${file.replaceAll('/', '\\')}\0\0`, 'utf16le');
  const operation = Buffer.alloc(SIZE);
  operation.writeUInt32LE(FO_DELETE, 8);
  operation.writeBigUInt64LE(BigInt(api.address(from)), 16);
  operation.writeUInt16LE(FLAGS, 32);
  const said = Number(await elsewhere(api.shell32.SHFileOperationW, operation));
  // Used once more, so that its memory is kept until here.
  if (from.length === 0) throw new Error('no name');
  const aborted = operation.readInt32LE(36) !== 0;
  const isThere = lstatSync(onDisk(file), { throwIfNoEntry: false }) !== undefined;
  if (isThere) return { trashed: false, code: 'denied', why: `recycle bin: ${said}` };
  // Wine has no bin of its own: its host's trash cannot be seen from inside.
  if (api.isWine && said === 0 && !aborted) return { trashed: true, to: 'recycle bin' };
  const arrived = inTrash(bins(file))(identity);
  return arrived.trashed ? { ...arrived, to: 'recycle bin' } : arrived;
}

const noTrash = (why: string): Trashed => ({ trashed: false, code: 'no-trash', why });
