import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Known } from '../../core/known.ts';
import { codeOf } from '../files/errno.ts';
import { onDisk } from '../files/names.ts';

const EXPLORER = 'Software\\Microsoft\\Windows\\CurrentVersion';
const POLICIES = `${EXPLORER}\\Policies\\Explorer`;
/** One key a volume, with `NukeOnDelete` and `MaxCapacity` in MB: Windows keeps the person's choice for each there. */
const VOLUMES = `HKCU\\${EXPLORER}\\Explorer\\BitBucket\\Volume`;
const MB = 1 << 20;

/** A number that Windows keeps in its registry; undefined where it has none. */
type Setting = Known<number | undefined>;

/** What Windows keeps about the bin of one drive. */
export interface BinSettings {
  readonly policies: readonly Setting[];
  readonly off: Setting;
  readonly most: Setting;
}

type Place = readonly [key: string, value: string];

/** Where they lie in the registry; without the name of a volume (`volumeIn`) only the policies. */
export const binPlaces = (
  volume: string | undefined,
): { readonly policies: readonly Place[]; readonly off?: Place; readonly most?: Place } => ({
  policies: ['HKCU', 'HKLM'].map((hive) => [`${hive}\\${POLICIES}`, 'NoRecycleFiles'] as const),
  ...(volume === undefined
    ? {}
    : {
        off: [`${VOLUMES}\\${volume}`, 'NukeOnDelete'] as const,
        most: [`${VOLUMES}\\${volume}`, 'MaxCapacity'] as const,
      }),
});

/** `{…}` of `\\?\Volume{…}\`. */
export const volumeIn = (name: string): string | undefined => /\{[^}]+\}/.exec(name)?.[0];

/**
 * Why Windows would remove this for good instead of moving it into the bin of its drive, `C:\`: a policy, the person's
 * own choice, or that it is larger than the bin. Undefined where none of these says so.
 */
export function wouldBeNuked(
  { policies, off, most }: BinSettings,
  drive: string,
  file: string,
): string | undefined {
  if (policies.some((one) => !one.known || one.value)) return 'a policy turns the recycle bin off';
  if (!off.known || off.value) return `the recycle bin of ${drive} is turned off`;
  if (!most.known) return `the recycle bin of ${drive}: ${most.why.detail ?? most.why.code}`;
  try {
    return most.value !== undefined && isLargerThan(file, most.value * MB)
      ? `larger than the recycle bin of ${drive}`
      : undefined;
  } catch (error) {
    // What cannot be measured may be too large.
    return `its size cannot be told: ${codeOf(error)}`;
  }
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
