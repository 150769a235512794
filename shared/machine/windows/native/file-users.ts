import { readdirSync } from 'node:fs';
import { failure, known, unknown, type Known } from '../../../core/known.ts';
import type { FileHolder, FolderToGo } from '../../files/disk.ts';
import { isGone } from '../../files/errno.ts';
import { onDisk } from '../../files/names.ts';
import { elsewhere, type Api } from './api.ts';

/** Files of one question: the Restart Manager opens each of them. */
const AT_ONCE = 500;
/** Longer than that nobody waits before a purge begins. */
const MOST_MS = 60_000;
/** RM_PROCESS_INFO, whose first field is the pid. */
const [ROW, MOST_ROWS] = [668, 64] as const;
const MORE_DATA = 234;
/** CCH_RM_SESSION_KEY and its end, in letters of two bytes. */
const KEY_BYTES = 33 * 2;

/**
 * Who has a file of these folders open, by the Restart Manager: Windows removes also what somebody has open, where
 * it was opened with FILE_SHARE_DELETE (libuv#4318). Unknown where it cannot be asked, or takes more than a minute.
 */
export async function fileUser(
  api: Api,
  folders: readonly FolderToGo[],
): Promise<Known<FileHolder | undefined>> {
  try {
    const files = [...new Set(folders.flatMap(filesIn))];
    const until = performance.now() + MOST_MS;
    for (let at = 0; at < files.length; at += AT_ONCE) {
      if (performance.now() > until)
        return unknown('timeout', 'the Restart Manager takes too long');
      const found = await userOf(api, files.slice(at, at + AT_ONCE));
      if (found) return known(found);
    }
    return known(undefined);
  } catch (error) {
    return failure(error);
  }
}

const filesIn = ({ path, whole }: FolderToGo): readonly string[] => {
  try {
    return readdirSync(onDisk(path), { recursive: whole, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => `${one.parentPath}\\${one.name}`.replaceAll('/', '\\'));
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
};

/** It answers of all files together, so that a hit is looked for in halves. */
async function userOf(api: Api, files: readonly string[]): Promise<FileHolder | undefined> {
  const pid = await ask(api, files);
  const [file] = files;
  if (pid === undefined || file === undefined) return undefined;
  if (files.length === 1) return { file: file.replaceAll('\\', '/'), pid };
  const half = files.length >> 1;
  const found = (await userOf(api, files.slice(0, half))) ?? (await userOf(api, files.slice(half)));
  // It was closed while it was looked for: it was open, and may be again.
  return found ?? { file: file.replaceAll('\\', '/'), pid };
}

/** The pid of somebody else who uses one of these files. Throws where the Restart Manager cannot be asked. */
async function ask(api: Api, files: readonly string[]): Promise<number | undefined> {
  const manager = api.restartManager();
  const [session, key] = [Buffer.alloc(4), Buffer.alloc(KEY_BYTES)];
  check('RmStartSession', manager.RmStartSession(session, 0, key));
  const handle = session.readUInt32LE();
  try {
    const texts = files.map((file) => Buffer.from(`${file}\0`, 'utf16le'));
    const table = Buffer.alloc(8 * texts.length);
    texts.forEach((text, at) => table.writeBigUInt64LE(api.address(text), 8 * at));
    const register = manager.RmRegisterResources;
    check(
      'RmRegisterResources',
      await elsewhere(register, handle, texts.length, table, 0, null, 0, null),
    );
    const [needed, count, reasons] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.alloc(4)];
    count.writeUInt32LE(MOST_ROWS);
    const rows = Buffer.alloc(ROW * MOST_ROWS);
    const said = Number(await elsewhere(manager.RmGetList, handle, needed, count, rows, reasons));
    // Used once more, so that the memory of the names is kept until here.
    if (texts.length !== files.length) throw new Error('names are missing');
    // Of more than fit the first are there.
    if (said !== MORE_DATA) check('RmGetList', said);
    const pids = Array.from({ length: count.readUInt32LE() }, (_, at) =>
      rows.readUInt32LE(ROW * at),
    );
    return pids.find((pid) => pid !== process.pid);
  } finally {
    manager.RmEndSession(handle);
  }
}

function check(name: string, said: number | bigint): void {
  if (Number(said) !== 0) throw new Error(`${name}: error ${said}`);
}
