import type { TrashFiles } from './files/disk.ts';
import { hostEnvironment, type HostEnvironment } from './environment.ts';
import { thisHost } from './host.ts';
import { linuxPlaces } from './linux/places.ts';
import { macosMachine } from './macos/macos.ts';
import { macosPlaces } from './macos/places.ts';
import type { Machine } from './machine.ts';
import { openProgram, type OpenFile } from './open-program.ts';
import { programIdentity } from './program-identity.ts';
import { blindMachine } from './blind-machine.ts';
import { macosTrashes, windowsBins } from './seen-in-trash.ts';
import { triedTrash } from './tried-trash.ts';
import { windowsPlaces } from './windows/places.ts';
import { powershellMachine } from './windows/powershell/powershell.ts';

/**
 * The machine where no native add-on and no library of Linux can be loaded, as in Raycast, which exists on
 * macOS and Windows only: it sees nothing of Linux, and says so. A launcher's own `trash` is tried before it is used;
 * its own `open` starts programs.
 */
export function pureJsMachine(
  { trash, open }: { readonly trash?: TrashFiles; readonly open?: OpenFile } = {},
  at: HostEnvironment = hostEnvironment(),
): Machine {
  const machine: Machine = { ...machineOf(trash, at), host: thisHost };
  if (open === undefined) return machine;
  return {
    ...machine,
    start: (program) => openProgram(open, program, at.platform),
    identify: (program) => programIdentity(program, at),
  };
}

function machineOf(trash: TrashFiles | undefined, at: HostEnvironment): Machine {
  const { env, home, uid } = at;
  const tried = (state: string, trashes: (file: string) => readonly string[]) =>
    trash === undefined ? {} : { trash: triedTrash(trash, state, trashes) };
  switch (at.platform) {
    case 'windows':
      return powershellMachine({ ...at, ...tried(windowsPlaces(env, home).ourState, windowsBins) });
    case 'macos': {
      const places = macosPlaces(env, home);
      const trashes = (file: string) => macosTrashes(places.home, file, uid);
      return macosMachine({ ...at, ...tried(places.ourState, trashes) });
    }
    case 'linux':
      return blindMachine(at.platform, linuxPlaces(at.env, at.home), at.now);
  }
}
