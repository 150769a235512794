import { hostEnvironment, thisEnvironment, type HostEnvironment } from './environment.ts';
import { resetPort } from './files/resets/port.ts';
import { restorePort } from './files/restores.ts';
import type { Environment } from './linux/places.ts';
import { thisHost } from './host.ts';
import { linuxMachine } from './linux/linux.ts';
import type { Machine } from './machine.ts';
import type { Signing } from './port/signing.ts';
import type { Volumes } from './port/volumes.ts';
import { withKeys } from './proofs/with-keys.ts';
import { openExits } from './macos/kqueue.ts';
import { psList } from './macos/second-look.ts';
import { macosMachine } from './macos/macos.ts';
import { windowsMachine } from './windows/windows.ts';

/**
 * The machine of the computer that this program runs on, by its own functions. `worker` is the built file
 * of `files/worker.ts`, where there is one.
 */
export function nativeMachine(env: Environment = thisEnvironment, worker?: string): Machine {
  const at = hostEnvironment(env);
  const machine = machineAt(at, worker);
  const { platform } = at;
  const { places } = machine;
  const { distrusts } = machine;
  const signing = async (): Promise<Signing> =>
    (await import('./signing/ssh-keygen.ts')).sshKeygen({ platform, places, env, distrusts });
  const volumes = async (): Promise<Volumes> =>
    (await import('./volumes/volumes-of.ts')).volumesOf(platform, env);
  return {
    ...machine,
    ...{ signing, volumes, proofs: withKeys(machine.proofs, { signing, volumes, now: at.now }) },
    host: thisHost,
    device: async () => (await import('./device/machine-id.ts')).deviceFingerprint(platform, env),
  };
}

function machineAt(at: HostEnvironment, worker: string | undefined): Machine {
  switch (at.platform) {
    case 'linux':
      return linuxMachine({ ...at, worker });
    case 'windows':
      return windowsMachine({ ...at, worker });
    case 'macos':
      return macosMachine({
        ...at,
        worker,
        native: openExits,
        observer: psList,
        resets: resetPort,
        restores: restorePort,
      });
  }
}
