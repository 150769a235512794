import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Starting } from './state.ts';

/** What we know about the client that runs. */
export const stateFile = (stateFolder: string): string => path.join(stateFolder, 'practice.json');
/** What the catalogue reads: the client as data. */
export const clientFile = (configFolder: string): string =>
  path.join(configFolder, 'clients', 'practice.json');

/** Takes the one place that there is: false where somebody has it. Never seen half written. */
export function claimPlace(stateFolder: string, begin: Starting): boolean {
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const file = stateFile(stateFolder);
  const draft = `${file}.${begin.starter.pid}.${begin.starter.startTime}.draft`;
  writeFileSync(draft, JSON.stringify(begin), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Writes one of our files as a whole, readable by its owner alone. */
export async function keep(file: string, value: object): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFileAtomic(file, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
}
