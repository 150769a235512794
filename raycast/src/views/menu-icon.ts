import type { Image } from '@raycast/api';
import type { Overview } from '../show/overview.ts';

const icon = (name: string): Image.ImageLike => ({
  source: `menu-${name}.svg`,
  // Menu bars are light or dark by the wallpaper: the system draws it in their ink.
  tintColor: 'raycast-primary-text',
});

/** The worst of all decides: who is there is not hidden by who has gone. */
export function menuIcon(seen: Overview | undefined, fault: string): Image.ImageLike {
  if (seen?.here.some(({ presence }) => presence !== 'residue')) return icon('here');
  if (seen && seen.here.length > 0) return icon('residue');
  return !seen || seen.blind || fault ? icon('unknown') : icon('gone');
}

/** How many are there; nothing where nobody is. */
export const menuTitle = (seen: Overview | undefined): string =>
  seen && seen.here.length > 0 ? String(seen.here.length) : '';
