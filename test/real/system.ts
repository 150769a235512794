import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hostEnvironment, thisEnvironment } from '../../shared/machine/environment.ts';

export const TOP = path.resolve(import.meta.dirname, '../..');
/** What is built for these tests lies here. */
const MADE = path.join(TOP, 'dist/real');

export const { platform } = hostEnvironment();

/** A folder of `dist/real` for what is made. */
export function folderOf(name: string): string {
  const folder = path.join(MADE, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A new folder by its real and long name: a system tells neither links nor RUNNER~1 of a program. */
export const freshFolder = (): string =>
  mkdtempSync(path.join(realpathSync.native(os.tmpdir()), 'clean-exit-real-'));

/** A path as our catalogue writes it. */
export const slashed = (file: string): string => file.replaceAll('\\', '/');

/** The environment of this computer, with what is ours below `folder`, so that nothing of a person's is touched. */
export const environmentIn = (folder: string): Readonly<Record<string, string | undefined>> => ({
  ...thisEnvironment,
  ...{ APPDATA: path.join(folder, 'roaming'), LOCALAPPDATA: path.join(folder, 'local') },
  ...{ XDG_CONFIG_HOME: path.join(folder, 'config'), XDG_STATE_HOME: path.join(folder, 'state') },
});
