/** A file that a process has open, or runs. */
export interface OpenFile {
  readonly pid: number;
  /** Its number in that process, or what else it is to it: `cwd`, `txt`. */
  readonly fd: string;
  readonly file: string;
}

/**
 * The absolute paths in the output of `lsof -F pn` (lsof(8), OUTPUT FOR OTHER PROGRAMS): one field a line,
 * a process before its files. Everything that is no file of a disk has another kind of name.
 */
export function parseLsof(text: string): readonly OpenFile[] {
  const found: OpenFile[] = [];
  let pid = 0;
  let fd = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('p')) pid = Number(line.slice(1));
    else if (line.startsWith('f')) fd = line.slice(1);
    else if (line.startsWith('n/')) found.push({ pid, fd, file: plain(line.slice(1)) });
  }
  return found;
}

/** In the C locale lsof writes each byte that is no ASCII as `\xe4`. */
const plain = (name: string): string =>
  name.replace(/(?:\\x[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('\\x', ''), 'hex').toString('utf8'),
  );
