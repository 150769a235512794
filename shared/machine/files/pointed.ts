import { lstatSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { Places } from '../../core/paths.ts';
import { isGone } from './errno.ts';
import { isAbsolute, onDisk, slashed } from './names.ts';

/** A client names a folder of its own, and that cannot be used: where its files are is unknown. */
export class UnusablePointer extends Error {
  constructor(text: string, why: string) {
    super(`the client keeps its files at ${text}: ${why}`);
  }
}

/**
 * The folder that a client wrote down, with `below` behind it; undefined where it wrote nothing.
 * `MyDocument:` is what WeChat writes for the documents folder. Throws UnusablePointer: a folder that is named and
 * cannot be used is not the same as no folder.
 */
export function pointedAt(
  written: string,
  below: string | undefined,
  places: Places,
): string | undefined {
  const text = written
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim();
  if (text === '') return undefined;
  const [, rest] = /^MyDocument:(.*)$/is.exec(text) ?? [];
  if (rest !== undefined) return path.join(places.documents ?? '', slashed(rest), below ?? '');
  const folder = places.appData === undefined ? text : folderOfWindows(text, places);
  if (!isAbsolute(folder)) throw new UnusablePointer(text, 'no absolute path');
  return path.join(folder, below ?? '');
}

/** Throws UnusablePointer for a share: joined, it would become a folder of our own drive. */
function folderOfWindows(text: string, places: Places): string {
  const folder = slashed(withVariables(text, places));
  if (folder.startsWith('//')) throw new UnusablePointer(text, 'a network share');
  const drive = /^[a-z]:(?=\/|$)/i.exec(folder)?.[0];
  if (drive === undefined) throw new UnusablePointer(text, 'no absolute path');
  if (/[<>"|?*\p{Cc}]/u.test(folder)) throw new UnusablePointer(text, 'no name of a folder');
  if (!isThere(`${drive}/`)) throw new UnusablePointer(text, `drive ${drive} is not there`);
  return folder === drive ? `${drive}/` : folder;
}

/** Windows fills in variables for REG_EXPAND_SZ alone; a client may have written them as plain text. */
function withVariables(text: string, { home, appData, localAppData, temp }: Places): string {
  const values: Readonly<Record<string, string | undefined>> = {
    ...{ USERPROFILE: home, APPDATA: appData, LOCALAPPDATA: localAppData, TEMP: temp },
  };
  return text.replace(/%([^%]+)%/g, (_, name: string) => {
    const value = values[name.toUpperCase()];
    if (value === undefined) throw new UnusablePointer(text, `%${name}% is not known`);
    return value;
  });
}

function isThere(drive: string): boolean {
  try {
    lstatSync(onDisk(drive));
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}
