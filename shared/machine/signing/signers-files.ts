import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Places } from '../../core/paths.ts';
import type { Distrust } from '../../core/distrust.ts';
import { codeOf } from '../files/errno.ts';

/** Who may sign, and which keys no longer count. */
export interface SignersFiles {
  readonly allowed: string;
  readonly revoked?: string;
}

const ALLOWED = 'allowed_signers';
const REVOKED = 'revoked_keys';

/** Why the administrator's files do not count: then nobody's do, because any others would be weaker. */
export interface NoSigners {
  readonly file: string;
  readonly why: string;
}

/**
 * The administrator's files where there are such: then the person's own do not count, also where somebody else could have
 * written the administrator's. Undefined where there are none.
 */
export async function signersFiles(
  { ourManaged, ourConfig }: Places,
  distrusts: (file: string) => Promise<Distrust | undefined>,
): Promise<SignersFiles | NoSigners | undefined> {
  if (ourManaged !== undefined) {
    const file = path.join(ourManaged, ALLOWED);
    const seen = seenAt(file);
    if (seen !== 'absent') {
      const distrust = seen === 'there' ? await distrusts(file) : { code: seen, path: ourManaged };
      return distrust ? { file, why: `${distrust.code}: ${distrust.path}` } : filesAt(file);
    }
  }
  const own = path.join(ourConfig, ALLOWED);
  return seenAt(own) === 'there' ? filesAt(own) : undefined;
}

function filesAt(allowed: string): SignersFiles {
  const revoked = path.join(path.dirname(allowed), REVOKED);
  return { allowed, ...(isThere(revoked) ? { revoked } : {}) };
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** Whether it is there, a link in its place too, which ssh-keygen follows; else what the system said. */
function seenAt(file: string): string {
  try {
    return isThere(file) ? 'there' : 'absent';
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOTDIR' ? 'absent' : code;
  }
}
