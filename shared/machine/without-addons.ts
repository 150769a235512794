import type { TrashFiles } from './files/disk.ts';
import { here, type Here } from './here.ts';
import { linuxPlaces } from './linux/places.ts';
import { macosMachine } from './macos/macos.ts';
import type { Machine } from './machine.ts';
import { notYet } from './not-yet.ts';
import { powershellMachine } from './windows/powershell/powershell.ts';

/**
 * The machine where no native add-on and no library of Linux can be loaded, as in Raycast, which exists on
 * macOS and Windows only: it sees nothing of Linux, and says so.
 */
export function machineWithoutAddons(trash?: TrashFiles, at: Here = here()): Machine {
  const more = trash === undefined ? {} : { trash };
  switch (at.platform) {
    case 'windows':
      return powershellMachine({ ...at, ...more });
    case 'macos':
      return macosMachine({ ...at, ...more });
    case 'linux':
      return notYet(at.platform, linuxPlaces(at.env, at.home), at.now);
  }
}
