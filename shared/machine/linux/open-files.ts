import { readdirSync, readlinkSync } from 'node:fs';

/** Files that some process has open at this moment, and who; as far as we may look. */
export function openFiles(proc = '/proc'): ReadonlyMap<string, string> {
  const open = new Map<string, string>();
  for (const pid of readdirSync(proc)) {
    if (pid < '0' || pid > ':') continue;
    for (const fd of list(`${proc}/${pid}/fd`)) {
      const file = link(`${proc}/${pid}/fd/${fd}`);
      if (file.startsWith('/')) open.set(file, pid);
    }
  }
  return open;
}

/** Who has this path, or something below it, open. */
export function holderOf(path: string, open: ReadonlyMap<string, string>): string | undefined {
  for (const [file, pid] of open)
    if (file === path || file.startsWith(`${path}/`)) return `pid ${pid}`;
  return undefined;
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // Another user's, or gone in this moment.
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
