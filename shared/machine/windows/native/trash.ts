import { lstatSync } from 'node:fs';
import type { Thing } from '../../files/disk.ts';
import { onDisk } from '../../files/names.ts';
import type { Trashed } from '../../files/disk.ts';
import { isStill } from '../../files/unit.ts';
import { inTrash, windowsBins } from '../../seen-in-trash.ts';
import { isPlainPath } from '../plain-name.ts';
import { HANGS, noTrash, OTHER_NAME, within } from '../no-bin.ts';
import { elsewhere, type Api } from './api.ts';
import { wouldBeNuked } from '../bin-settings.ts';
import { binSettings } from './bin-settings.ts';

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
 * put there stays: with nobody to ask, Windows would remove it for good. The bin's own word is not
 * enough: a thing is in it once it was seen there.
 */
export async function recycle(
  api: Api,
  things: readonly Thing[],
  { bins = windowsBins, limitMs = LIMIT_MS }: BinOptions = {},
): Promise<readonly Trashed[]> {
  const went: Trashed[] = [];
  for (const thing of things) {
    // What hangs may show a question; nothing is handed to it behind that.
    const isStuck = HANGING.has(api);
    went.push(isStuck ? noTrash(HANGS) : await one(api, thing, { bins, limitMs }));
  }
  return went;
}

export interface BinOptions {
  /** Where the bins of a file's drive are. */
  readonly bins?: (file: string) => readonly string[];
  /** How long one thing may take. */
  readonly limitMs?: number;
}

const LIMIT_MS = 60_000;
/** Memory of a call that never came back. */
const HANGING = new Map<Api, readonly Buffer[]>();

async function one(
  api: Api,
  { file, identity }: Thing,
  { bins, limitMs }: Required<BinOptions>,
): Promise<Trashed> {
  if (!isStill(file, identity)) return { trashed: false, code: 'changed', why: '' };
  if (!isPlainPath(file)) return noTrash(OTHER_NAME);
  const drive = `${file.slice(0, 2)}\\`;
  if (Number(api.kernel32.GetDriveTypeW(drive)) !== FIXED)
    return noTrash(`no recycle bin on ${drive}`);
  const nuked = wouldBeNuked(binSettings(api, drive), drive, file);
  if (nuked !== undefined) return noTrash(nuked);
  // Two NULs end the list.
  const from = Buffer.from(`${file.replaceAll('/', '\\')}\0\0`, 'utf16le');
  const operation = Buffer.alloc(SIZE);
  operation.writeUInt32LE(FO_DELETE, 8);
  operation.writeBigUInt64LE(BigInt(api.address(from)), 16);
  operation.writeUInt16LE(FLAGS, 32);
  const said = await within(limitMs, elsewhere(api.shell32.SHFileOperationW, operation));
  if (said === undefined) {
    // The call may still read them.
    HANGING.set(api, [from, operation]);
    return noTrash(HANGS);
  }
  // Used once more, so that its memory is kept until here.
  if (from.length === 0) throw new Error('no name');
  const isThere = lstatSync(onDisk(file), { throwIfNoEntry: false }) !== undefined;
  if (isThere) return { trashed: false, code: 'denied', why: `recycle bin: ${Number(said)}` };
  return inTrash(bins(file))(identity);
}
