import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Distrust } from '../../core/distrust.ts';
import type { Security } from './security-descriptor.ts';

/** SYSTEM, Administrators and TrustedInstaller ("Well-known SIDs", Microsoft's documentation). */
const ADMINISTRATORS: ReadonlySet<string> = new Set([
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);
/** CREATOR OWNER: whoever owns it, and that is looked at by itself. */
const OWNER = 'S-1-3-0';

/** DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_ALL and MAXIMUM_ALLOWED. */
const REPLACES = 0x0001_0000 | 0x0004_0000 | 0x0008_0000 | 0x1000_0000 | 0x0200_0000;
/** FILE_WRITE_DATA, FILE_APPEND_DATA and GENERIC_WRITE. */
const WRITES = 0x2 | 0x4 | 0x4000_0000;
/** FILE_DELETE_CHILD; who may only add to a folder replaces nothing in it. */
const DELETES_IN = 0x40;

/**
 * Whether an administrator alone could have written this file, by the owners and access lists of it and of all folders
 * above it. Undefined where the file can be trusted. Never throws.
 */
export function windowsDistrust(
  file: string,
  securityOf: (file: string) => Security | undefined,
): Distrust | undefined {
  for (let at = file, dangerous = REPLACES | WRITES; ; at = path.win32.dirname(at)) {
    const fault = faultOf(at, dangerous, securityOf);
    if (fault) return fault;
    if (at === path.win32.dirname(at)) return undefined;
    dangerous = REPLACES | DELETES_IN;
  }
}

function faultOf(
  at: string,
  dangerous: number,
  securityOf: (file: string) => Security | undefined,
): Distrust | undefined {
  const security = securityOf(at);
  if (!security) return { code: 'not-known', path: at };
  const { owner, grants } = security;
  if (!ADMINISTRATORS.has(owner)) return { code: 'other-owner', path: at, owner };
  const isOpen =
    grants?.some(
      ({ sid, mask, isInheritOnly }) =>
        !isInheritOnly &&
        !ADMINISTRATORS.has(sid) &&
        sid !== OWNER &&
        // Of 32 bits, so that the highest one is no sign.
        (mask & dangerous) >>> 0 !== 0,
    ) ?? true;
  return isOpen ? { code: 'others-write', path: at } : undefined;
}

/** A junction or link leads elsewhere, and is not followed. */
export const isLink = (file: string): boolean =>
  lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? true;
