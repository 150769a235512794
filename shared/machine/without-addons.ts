import type { Places } from '../core/paths.ts';
import { here, type Here } from './here.ts';
import { linuxPlaces } from './linux/places.ts';
import { macosPlaces } from './macos/places.ts';
import type { Machine } from './machine.ts';
import { notYet } from './not-yet.ts';
import { windowsPlaces } from './windows/places.ts';

/**
 * The machine where no native add-on and no library of Linux can be loaded, as in Raycast, which exists on
 * macOS and Windows only: it sees nothing of Linux, and says so.
 */
export function machineWithoutAddons(at: Here = here()): Machine {
  return notYet(at.platform, placesOf(at), at.now);
}

function placesOf({ platform, env, home }: Here): Places {
  switch (platform) {
    case 'windows':
      return windowsPlaces(env, home);
    case 'macos':
      return macosPlaces(env, home);
    case 'linux':
      return linuxPlaces(env, home);
  }
}
