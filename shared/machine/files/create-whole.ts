import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf } from './errno.ts';

/**
 * Creates a file with all of its content in one step (link), so that it is never seen half written and
 * never takes another's place: false where something has this name already, be it a dead link.
 */
export function createWhole(file: string, text: string): boolean {
  // Not by chance: node:crypto would cost a tenth of the start of every command.
  const draft = `${file}.${process.pid}.${process.hrtime.bigint().toString(36)}.draft`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
