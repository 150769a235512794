import type { Process } from '../model.ts';
import { lastPart } from '../paths.ts';
import { ownScripts } from '../interpreter-args.ts';
import type { Suspicion } from './name-doubts.ts';
import type { RootNames } from './root-names.ts';

/**
 * The clients that the script of an interpreter is called like. A script is no client's program (Debian's
 * `slack` is one of Perl), so it is a namesake, unless it has a file of the client open.
 */
export function scriptNamesakes(process: Process, names: RootNames): readonly Suspicion[] {
  const { holds = [] } = process.traits ?? {};
  const found = new Map<string, Suspicion>();
  for (const place of ownScripts(process))
    for (const { client, kind } of names.native(lastPart(place))) {
      const name = kind === 'own' ? 'own-name' : 'common-name';
      const isOpen = holds.includes(client.id);
      if (!found.has(client.id))
        found.set(client.id, {
          client,
          level: isOpen ? 'likely' : 'namesake',
          because: [name, 'script', ...(isOpen ? (['open-files'] as const) : [])],
          place,
        });
    }
  return [...found.values()];
}

/** Whether a note is about a script alone. */
export const isScriptNamesake = ({ level, because }: Suspicion): boolean =>
  level === 'namesake' && because.includes('script');
