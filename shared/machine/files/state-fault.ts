import { asError } from '../../core/as-error.ts';
import type { StateFaultLine } from '../../core/state-fault.ts';
import { ForeignFolder } from './own-folder.ts';
import { codeOf } from './errno.ts';

type Variable = 'XDG_STATE_HOME' | 'XDG_CONFIG_HOME';

/** Something of ours cannot be kept or read: a full or read-only disk, no permission, a thing in the way. */
export class StateFault extends Error {
  /** The system's own word, e.g. `ENOSPC`. */
  readonly code: string;
  /** The file or folder that it is about. */
  readonly path: string;
  /** The same as data, for whichever language. */
  readonly fault: StateFaultLine;
  /** What names another folder for it. */
  readonly variable: Variable;

  constructor(path: string, cause: unknown, variable: Variable = 'XDG_STATE_HOME') {
    super(
      cause instanceof ForeignFolder ? cause.message : `${path} cannot be used: ${wordsOf(cause)}`,
      {
        cause,
      },
    );
    this.name = 'StateFault';
    this.code = codeOf(cause);
    this.path = path;
    this.variable = variable;
    this.fault =
      cause instanceof ForeignFolder
        ? { code: cause.code, path: cause.path, owner: cause.owner }
        : { code: this.code, path };
  }
}

/** Anything that was thrown, as data. */
export const faultLineOf = (error: unknown): StateFaultLine =>
  error instanceof StateFault ? error.fault : { code: 'failed', detail: asError(error).message };

/** Does something with `path`; a fault of the system is told with that path, which Node may leave out. */
export function inState<T>(path: string, deed: () => T, variable?: Variable): T {
  try {
    return deed();
  } catch (error) {
    if (error instanceof StateFault || !(error instanceof Error) || !('code' in error)) throw error;
    throw new StateFault(path, error, variable);
  }
}

/** `ENOSPC: no space left on device, write` as a person reads it. */
function wordsOf(cause: unknown): string {
  const message = asError(cause).message;
  const [, code, words] = /^([A-Z0-9]+): ([^,]+)/.exec(message) ?? [];
  return code === undefined ? message : `${words} (${code})`;
}
