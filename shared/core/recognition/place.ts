import type { Process } from '../model.ts';
import { isPlaceless } from './program-name.ts';
import { programOf } from './program.ts';

/** `/nix/store/<hash>-name`: the hash changes with every build, the name with every version. */
const NIX_HASH = /^(\/nix\/store\/)[0-9a-z]{32}-/;

/** A place as it is settled and compared: a path in the Nix store without its hash. */
export const settledPlace = (path: string): string => path.replace(NIX_HASH, '$1');

/**
 * The place that a person settles for a process: the AppImage that it was started from, the program that
 * a loader or Wine runs, else its own program. Undefined where it hides it, or where it lies at no place.
 */
export function placeOf(process: Process): string | undefined {
  const { exe, traits } = process;
  if (traits?.appImage !== undefined) return traits.appImage;
  const program = programOf(process);
  if (program?.by === 'itself' && isPlaceless(program.given)) return undefined;
  // As the kernel names it: the plain name may be that of another file.
  if (program?.by === 'itself' && exe.known) return settledPlace(exe.value);
  return program && settledPlace(program.path);
}
