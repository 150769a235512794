import {
  closeSync,
  constants,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Appends a whole line (0600, never through a link), or nothing: a line that does not fit is taken back. `size`: how
 * long the file is. `isSynced`: it is on the disk when this returns.
 */
export function appendLine(file: string, size: number, line: string, isSynced: boolean): number {
  const how = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const fd = openSync(file, how, 0o600);
  try {
    const bytes = Buffer.from(`${line}\n`);
    let written = 0;
    try {
      written = writeSync(fd, bytes);
      if (isSynced) fdatasyncSync(fd);
    } catch (error) {
      ftruncateSync(fd, size);
      throw error;
    }
    if (written !== bytes.length) {
      ftruncateSync(fd, size);
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    }
    // The name of a new file is in its folder, which is on the disk for itself.
    if (isSynced && size === 0) syncFolder(path.dirname(file));
    return size + bytes.length;
  } finally {
    closeSync(fd);
  }
}

function syncFolder(folder: string): void {
  // Windows opens no folder for this, and keeps names by its journal.
  if (path.sep === '\\') return;
  const fd = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
