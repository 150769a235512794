import type { PolicyFile } from '../core/policy.ts';
import type { PolicyPart } from './merge.ts';

/**
 * These parts, with all that the administrator forbids or demands of single clients as said of all: a client that the
 * person described may run the program of any of them.
 */
export const withThoseOfOthers = (parts: readonly PolicyPart[]): readonly PolicyPart[] =>
  parts.flatMap((part) => {
    const { source, file, clients = {} } = part;
    if (source !== 'managed') return [part];
    const others = Object.values(clients).map((says): PolicyPart => ({
      source,
      ...(file === undefined ? {} : { file }),
      says: forbidding(says),
    }));
    return [part, ...others];
  });

/** Without what only says how long something takes, or what goes by itself. */
function forbidding({ hold, force, demand, doubts, secondLook, audit }: PolicyFile): PolicyFile {
  const said = { hold, force, demand, doubts, secondLook, audit };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
