import { securityIn, type Security } from '../security-descriptor.ts';
import type { Api } from './api.ts';

/** OWNER_SECURITY_INFORMATION and DACL_SECURITY_INFORMATION. */
const OWNER_AND_LIST = 1 | 4;
/** An access list has at most 64 kB. */
const BYTES = 70_000;

/** Owner and access list of a file or folder; undefined where they may not be read. */
export function securityOf({ advapi32 }: Api, file: string): Security | undefined {
  const [into, needed] = [Buffer.alloc(BYTES), Buffer.alloc(4)];
  const place = file.replaceAll('/', '\\');
  if (!advapi32.GetFileSecurityW(place, OWNER_AND_LIST, into, into.length, needed))
    return undefined;
  try {
    return securityIn(into);
  } catch {
    return undefined;
  }
}
