import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { onDisk } from '../../files/names.ts';
import type { Api } from './api.ts';
import { readNumber } from './registry.ts';
import { textIn } from './text.ts';

const POLICIES = 'Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer';
/** One key a volume, with `NukeOnDelete` and `MaxCapacity` in MB: Windows keeps the person's choice for each there. */
const VOLUMES = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\BitBucket\\Volume';
const MB = 1 << 20;

/**
 * Why Windows would remove this for good instead of moving it into the bin of its drive, `C:\`: a policy, the person's
 * own choice, or that it is larger than the bin. Undefined where none of these says so.
 */
export function wouldBeNuked(api: Api, drive: string, file: string): string | undefined {
  for (const hive of ['HKCU', 'HKLM']) {
    const off = readNumber(api, `${hive}\\${POLICIES}`, 'NoRecycleFiles');
    if (!off.known || off.value) return 'a policy turns the recycle bin off';
  }
  const volume = volumeOf(api, drive);
  if (volume === undefined) return undefined;
  const off = readNumber(api, `${VOLUMES}\\${volume}`, 'NukeOnDelete');
  if (!off.known || off.value) return `the recycle bin of ${drive} is turned off`;
  const most = readNumber(api, `${VOLUMES}\\${volume}`, 'MaxCapacity');
  if (!most.known) return `the recycle bin of ${drive}: ${most.why.detail ?? most.why.code}`;
  return most.value !== undefined && isLargerThan(file, most.value * MB)
    ? `larger than the recycle bin of ${drive}`
    : undefined;
}

/** `{…}` of `\\?\Volume{…}\`. */
function volumeOf({ kernel32 }: Api, drive: string): string | undefined {
  const text = Buffer.alloc(2 * 64);
  if (!kernel32.GetVolumeNameForVolumeMountPointW(drive, text, 64)) return undefined;
  return /\{[^}]+\}/.exec(textIn(text))?.[0];
}

function isLargerThan(file: string, most: number): boolean {
  let bytes = 0;
  const open = [file];
  for (let one = open.pop(); one !== undefined && bytes <= most; one = open.pop()) {
    const own = lstatSync(onDisk(one));
    if (!own.isDirectory()) bytes += own.size;
    else for (const name of readdirSync(onDisk(one))) open.push(path.join(one, name));
  }
  return bytes > most;
}
