import { statSync, type Stats } from 'node:fs';
import path from 'node:path';

/**
 * Whether only the administrator can have written this file: it and each folder above it are root's, and nobody else's
 * to write. Where the system does not say so by mode and owner (Windows), nobody knows, and it is false.
 */
export function isSystemsAlone(file: string): boolean {
  if (process.geteuid === undefined) return false;
  try {
    for (let at = file; ; at = path.dirname(at)) {
      if (!isRootsAlone(statSync(at))) return false;
      if (at === path.dirname(at)) return true;
    }
  } catch {
    return false;
  }
}

const OTHERS_WRITE = 0o002;
const GROUP_WRITES = 0o020;

const isRootsAlone = ({ uid, gid, mode }: Stats): boolean =>
  uid === 0 && (mode & OTHERS_WRITE) === 0 && ((mode & GROUP_WRITES) === 0 || gid === 0);
