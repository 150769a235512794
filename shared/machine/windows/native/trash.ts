import { lstatSync } from 'node:fs';
import type { Thing } from '../../files/disk.ts';
import { onDisk } from '../../files/names.ts';
import type { Trashed } from '../../files/disk.ts';
import { isStill } from '../../files/unit.ts';
import { elsewhere, type Api } from './api.ts';

const FO_DELETE = 3;
/** FOF_ALLOWUNDO, and nothing is shown or asked: NOCONFIRMATION, SILENT, NOERRORUI, NOCONFIRMMKDIR. */
const FLAGS = 0x40 | 0x10 | 0x4 | 0x400 | 0x200;
/** SHFILEOPSTRUCTW where a pointer has 64 bits. */
const SIZE = 56;

/**
 * Moves things into the recycle bin, one by one, each looked at once more right before. What cannot be
 * put there stays: with nobody to ask, Windows would remove it for good, so the bin's own word is not
 * enough, and FOF_WANTNUKEWARNING makes it fail instead.
 */
export async function recycle(api: Api, things: readonly Thing[]): Promise<readonly Trashed[]> {
  const went: Trashed[] = [];
  for (const thing of things) went.push(await one(api, thing));
  return went;
}

async function one(api: Api, { file, identity }: Thing): Promise<Trashed> {
  if (!isStill(file, identity)) return { trashed: false, code: 'changed', why: '' };
  // Two NULs end the list.
  const from = Buffer.from(`${file.replaceAll('/', '\\')}\0\0`, 'utf16le');
  const operation = Buffer.alloc(SIZE);
  operation.writeUInt32LE(FO_DELETE, 8);
  operation.writeBigUInt64LE(BigInt(api.address(from)), 16);
  operation.writeUInt16LE(FLAGS | 0x4000, 32);
  const said = Number(await elsewhere(api.shell32.SHFileOperationW, operation));
  // Used once more, so that its memory is kept until here.
  if (from.length === 0) throw new Error('no name');
  const aborted = operation.readInt32LE(36) !== 0;
  const isThere = lstatSync(onDisk(file), { throwIfNoEntry: false }) !== undefined;
  if (isThere) return { trashed: false, code: 'denied', why: `recycle bin: ${said}` };
  return said === 0 && !aborted
    ? { trashed: true, to: 'recycle bin' }
    : { trashed: false, code: 'no-trash', why: `recycle bin: ${said}` };
}
