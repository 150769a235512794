/** The system's own word for a fault, e.g. `EACCES`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Nothing there (any more): an answer, not a fault. */
export const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

/** The system forbids it to us. */
export const isDenied = (error: unknown): boolean => /^(EACCES|EPERM)$/.test(codeOf(error));

/** What /proc says of a process that ended: ESRCH as well as ENOENT (proc(5)). */
export const hasLeft = (error: unknown): boolean => ['ENOENT', 'ESRCH'].includes(codeOf(error));

/** Windows says so of a file that somebody has open; EPERM there is a right that we do not have, or a read-only file. */
export const isOpenFile = (error: unknown): boolean =>
  process.getuid === undefined && codeOf(error) === 'EBUSY';

/**
 * Windows removes and moves nothing that somebody has open; of a folder it says EPERM or EACCES. Elsewhere
 * these words mean what they say.
 */
export const isOpenElsewhere = (error: unknown): boolean =>
  process.getuid === undefined && /^(EBUSY|EPERM|EACCES)$/.test(codeOf(error));
