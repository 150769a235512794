import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Places } from '../../core/paths.ts';
import type { Distrust } from '../../core/distrust.ts';

/** Who may sign, and which keys no longer count. */
export interface SignersFiles {
  readonly allowed: string;
  readonly revoked?: string;
}

const ALLOWED = 'allowed_signers';
const REVOKED = 'revoked_keys';

/**
 * The administrator's files where there are such and nobody else could have written them: then the person's own do not
 * count. Undefined where there are none.
 */
export async function signersFiles(
  { ourManaged, ourConfig }: Places,
  distrusts: (file: string) => Promise<Distrust | undefined>,
): Promise<SignersFiles | undefined> {
  const managed = ourManaged === undefined ? undefined : path.join(ourManaged, ALLOWED);
  if (managed !== undefined && isFile(managed) && !(await distrusts(managed)))
    return filesAt(managed);
  const own = path.join(ourConfig, ALLOWED);
  return isFile(own) ? filesAt(own) : undefined;
}

function filesAt(allowed: string): SignersFiles {
  const revoked = path.join(path.dirname(allowed), REVOKED);
  return { allowed, ...(isThere(revoked) ? { revoked } : {}) };
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** A link in its place is followed by ssh-keygen as well. */
function isFile(file: string): boolean {
  try {
    return isThere(file);
  } catch {
    return false; // No folder of ours, or one that we may not look into.
  }
}
