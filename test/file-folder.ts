import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { clearAway } from './clear-away.ts';

const folders: string[] = [];

// Here, not where one is made: inside of a test vitest hears no hook.
afterAll(() => folders.splice(0).forEach(clearAway));

/** A new folder; it goes after the last test of the file. */
export function fileFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `clean-exit-${name}-`));
  folders.push(folder);
  return folder;
}
