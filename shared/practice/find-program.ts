import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Where systems keep their programs; PATH is not asked, because anybody can change it. */
export const PROGRAM_FOLDERS: readonly string[] = [
  '/usr/bin',
  '/bin',
  '/usr/local/bin',
  '/run/current-system/sw/bin',
];

/** Absolute path of a program of the system; undefined where it is not installed. */
export const findProgram = (
  name: string,
  folders: readonly string[] = PROGRAM_FOLDERS,
): string | undefined => folders.map((folder) => path.join(folder, name)).find(isExecutable);

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
