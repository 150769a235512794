import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * What a terminal showed of one command: its output in pieces, each with the ms since the command began.
 * `script` of util-linux gives the command a terminal.
 */
export function record(command, { columns, ...options }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-film-'));
  const [out, timing] = [path.join(folder, 'out'), path.join(folder, 'timing')];
  try {
    const args = ['-q', '-c', `stty cols ${columns}; ${command}`, '-O', out, '-T', timing];
    const { error } = spawnSync('/usr/bin/script', args, { ...options, stdio: 'ignore' });
    if (error) throw error;
    return pieces(readFileSync(out), readFileSync(timing, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `script` writes a line of its own first; each line of the timing is seconds waited and bytes written. */
function pieces(bytes, timing) {
  let [from, ms] = [bytes.indexOf('\n') + 1, 0];
  return timing
    .trim()
    .split('\n')
    .map((line) => {
      const [seconds, count] = line.split(' ').map(Number);
      ms += seconds * 1_000;
      from += count;
      return { ms, bytes: bytes.subarray(from - count, from) };
    });
}
