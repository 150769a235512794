import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { unframed } from '../../../shared/audit/export/framing.ts';
import { MadeLog } from '../../audit/made-log.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-ship-'));
  folders.push(folder);
  return folder;
}

/** A log of about so many lines, in segments of so many. */
export function logOf(lines: number, segment = 1_000) {
  const folder = path.join(newFolder(), 'audit');
  mkdirSync(path.join(folder, 'checkpoints'), { recursive: true, mode: 0o700 });
  const log = new MadeLog().requests(Math.floor(lines / 2));
  const write = (): void => {
    for (let at = 0; at < log.lines.length; at += segment) {
      const text = log.lines.slice(at, at + segment).map((line) => `${line}\n`);
      writeFileSync(path.join(folder, `log-${String(at).padStart(12, '0')}.jsonl`), text.join(''));
    }
  };
  write();
  const checkpoint = (): string => {
    const name = `${String(log.lines.length).padStart(12, '0')}.checkpoint`;
    const note = log.checkpoint();
    writeFileSync(path.join(folder, 'checkpoints', name), note);
    return note;
  };
  return { folder, log, write, checkpoint };
}

/** The lines of a log that came by syslog, and whatever else did. */
export const linesOf = (stream: Buffer): readonly string[] =>
  unframed(stream).messages.map((one) => one.toString().replace(/^\S+ .*?(?:\] | - - )(?=\{)/, ''));

/** The lines of the log that are nowhere among these. */
export const missingOf = (log: MadeLog, there: Iterable<string>): readonly number[] => {
  const all = new Set(there);
  return log.lines.flatMap((line, at) => (all.has(line) ? [] : [at]));
};
