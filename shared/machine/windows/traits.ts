import type { ClientId, Process } from '../../core/model.ts';

/** What the registry and its windows say of a program; nothing where they say nothing. */
export function withTraits(
  installed: readonly ClientId[],
  windowClasses: readonly string[] = [],
): Pick<Process, 'traits'> {
  const traits = {
    ...(installed.length > 0 ? { installed } : {}),
    ...(windowClasses.length > 0 ? { windowClasses } : {}),
  };
  return Object.keys(traits).length > 0 ? { traits } : {};
}
