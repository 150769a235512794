import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Replaces a file (0600, where no other `mode` is said) in one step, on the disk before the old one goes: after a crash it is the old one or the new
 * one. A link in its place is replaced, never followed. Throws the system's error.
 */
export function replaceWhole(file: string, text: string, mode = 0o600): void {
  // A pid alone is another program's too, where a home is shared with a container.
  const draft = `${file}.${process.pid}.${process.hrtime.bigint().toString(36)}.draft`;
  try {
    const fd = openSync(draft, 'wx', 0o600);
    try {
      // Whatever the umask says.
      fchmodSync(fd, mode);
      writeSync(fd, text);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
